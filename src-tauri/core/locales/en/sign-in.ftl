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

## Choosing the place

way-where = Where do you want to sign in?
way-closed = An address is missing in Azure.
way-add = Add it
way-title = Let your browser come back to Vincula
way-lead = Add this address in Azure, beside that of your ERP. Delete nothing.
way-do-1 = In Azure, open **Authentication** and select **Add Redirect URI**.
way-do-web = Choose **Web**, paste the address and select **Configure**.
way-do-desktop = Choose **Mobile and desktop applications**, paste the address and select **Configure**.
way-do-3 = Wait a minute, come back and press **It is there**.
way-done = It is there
way-address = The address
way-go = Go on like this: { $place }
way-in-browser = Go on in your browser. Vincula notices when you are done.
way-paste = Sign in with your browser. At the end, copy the address at the top and paste it here, even if the page fails.
way-paste-ends = It begins like this:
way-paste-button = Paste the address
way-paste-copy = Copy the address for another browser
way-paste-none = That is no address. Copy the whole bar at the top of the browser.
way-paste-other = That address is not of this sign-in. Copy the one of the last page.
unknown-host = The page wants to go to { $host }. That is neither Microsoft’s nor your company’s.
unknown-host-trust = I know it, go on

## What do you see?

see-open = I cannot go on
see-title = What do you see?
see-lead = Choose what looks most like it. We take you another way.
see-device-rule = It says to use a device of your company
see-passkey = It asks for a key or fingerprint, and nothing happens
see-blank-page = The page is blank
see-approval-needed = It asks for an administrator’s permission
see-error-page = An error with a strange code

## Approving

approve-who = Whoever is in charge of your company’s accounts gives it. If that is you, press here:
approve-button = I am an administrator: approve
approve-running = Sign in as administrator and press Accept. Nothing is sent, and the mailbox stays the same.
approve-done = Approved. Now sign in with the account that sends.

## Somebody proposes a connection

proposal-title = Somebody proposes a connection
proposal-lead = Somebody sent you these details. Make sure that they are yours before you go on.
proposal-client-id = The application with this ID is the one that you will let into your mail. Compare it with the one that { $erp } gave you.
proposal-refused = This we did not take: { $names }
proposal-yes = They are mine, start
proposal-no = Do not use them

## An error?

stuck-explain = Did an error come up? Paste it here
stuck-explain-lead = Copy the whole message and press. We tell you what it is.
stuck-explain-again = Paste another
