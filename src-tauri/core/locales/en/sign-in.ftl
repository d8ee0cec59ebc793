# Where somebody signs in, and what happens when a place leads nowhere.

## The places

surface-window = Right here
surface-loopback = In my browser
surface-deep-link = In my browser, and back to Vincula
surface-pasted = In another browser: I copy and paste the address

## Why a place does not work. One sentence each.

dead-end-device-rule = Your company lets people in only from the browser of one of its own computers.
dead-end-passkey = Your passkey does not work in this window, but it does in the browser.
dead-end-blank-page = The page has stayed blank.
dead-end-window-missing = This computer cannot open Microsoft’s window.
dead-end-approval-needed = An administrator of your company has to give the permission first.
dead-end-error-page = Microsoft shows an error, and that page leads nowhere.
dead-end-timed-out = Nothing has happened for quite a while.

## The page that is left in the browser

browser-page-done = Done: go back to Vincula.
    .more = You can close this tab.
browser-page-not-this = This address is not the answer that Vincula is waiting for.
    .more = Go on with Microsoft’s page, or begin again from Vincula.
