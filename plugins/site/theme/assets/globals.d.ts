/** What the theme gives to scripts: a value for every page shown, and a line at the foot of the window. */
declare const document$: { subscribe(next: (page: Document) => void): void }
declare const alert$: { next(message: string): void }

/** What it keeps in the browser for this site. */
declare function __md_get(name: string): unknown
declare function __md_set(name: string, value: unknown): void
