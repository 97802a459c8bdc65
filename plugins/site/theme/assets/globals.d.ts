/** What the theme gives to scripts: a value for every page shown, and a line at the foot of the window. */
declare const document$: { subscribe(next: (page: Document) => void): void }
declare const alert$: { next(message: string): void }
