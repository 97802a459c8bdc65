/** What the build writes before the service worker: its version, the files of hashed names, and their folders. */
declare const BUILD: { version: string; files: string[]; folders: string[] };

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;
declare function addEventListener<K extends keyof ServiceWorkerGlobalScopeEventMap>(kind: K, listener: (event: ServiceWorkerGlobalScopeEventMap[K]) => void): void;
