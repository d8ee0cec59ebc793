//! The look of the pages, in one place because each page carries it inline.

pub(crate) const STYLE: &str = "\
:root{color-scheme:light dark;--bg:#f2f2f2;--panel:#fff;--ink:#1b1b1b;--muted:#605e5c;--line:#8a8886;\
--accent:#0a6b5b;--accent-ink:#fff;--mark:#7a3e00;--mark-bg:#fff3d6;--bad:#a80000}\
@media (prefers-color-scheme:dark){:root{--bg:#1b1a19;--panel:#252423;--ink:#f3f2f1;--muted:#c8c6c4;\
--line:#979593;--accent:#4cc5ae;--accent-ink:#06231d;--mark:#ffd58a;--mark-bg:#3a2c10;--bad:#ff9a90}}\
*{box-sizing:border-box}\
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 'Segoe UI',system-ui,'Noto Sans',sans-serif}\
.lab{margin:0;padding:8px 16px;background:var(--mark-bg);color:var(--mark);font-weight:600;text-align:center}\
main{background:var(--panel);width:min(440px,100%);margin:8vh auto;padding:44px;\
box-shadow:0 2px 6px rgb(0 0 0/.2);overflow-wrap:anywhere}\
main:has(.wide){width:min(820px,100%);margin:4vh auto}\
h1{font-size:1.5rem;font-weight:600;line-height:1.25;margin:0 0 16px}h2{font-size:1.1rem;margin:28px 0 8px}\
label{display:block;margin:12px 0 4px}\
input[type=text],input[type=password],select{width:100%;padding:8px;font:inherit;\
color:inherit;background:transparent;border:1px solid var(--line);border-radius:2px}\
option{background:var(--panel);color:var(--ink)}button{font:inherit;padding:6px 24px;min-height:36px;border:1px solid var(--line);border-radius:2px;\
background:transparent;color:inherit;cursor:pointer}\
button.first{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}\
button.row{display:block;width:100%;text-align:left;margin:0 0 8px}\
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}a{color:var(--accent)}\
.buttons{display:flex;gap:8px;justify-content:flex-end;margin:24px 0 0;flex-wrap:wrap}\
.error{color:var(--bad);margin:0 0 12px}.note,small{color:var(--muted);font-size:.875rem}\
dl{margin:0;display:grid;gap:2px 16px}dt{color:var(--muted);font-size:.875rem}dd{margin:0 0 8px}\
code{font-family:ui-monospace,Consolas,monospace;font-size:.9em;user-select:all}\
table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:6px 8px 6px 0;vertical-align:top;\
border-bottom:1px solid var(--line)}pre{white-space:pre-wrap;margin:0;font:inherit}";
