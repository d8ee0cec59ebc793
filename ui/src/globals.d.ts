/** Whether the page talks to `ui/dev` instead of the program. Set by vite.config.ts. */
declare const __VINCULA_DEMO__: boolean;
