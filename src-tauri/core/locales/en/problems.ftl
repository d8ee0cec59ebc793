# What can fail. Each cause: what happened, what to do (.do) and the button that does it (.button).

## Your details at Microsoft

problem-tenant-unknown = Microsoft does not know the directory ID that you pasted.
    .do = In Azure, copy “Directory (tenant) ID” again and paste it here.
    .button = Paste another ID
problem-application-unknown = Microsoft does not know the Client ID that you pasted.
    .do = Open your registration in Azure and copy “Application (client) ID”.
    .button = Paste another Client ID
problem-redirect-not-registered = Your registration does not have this redirect address, letter for letter.
    .do = Copy the address in Vincula and paste it into Azure as it is.
    .button = See the address
problem-single-tenant-only = Your registration only lets in accounts of its own company.
    .do = In Azure, change who can sign in with this registration.
    .button = See how to change it
problem-audience-mismatch = Your registration does not take this kind of account.
    .do = In Azure, choose the option that takes all accounts.
    .button = See how to change it
problem-secret-wrong = Microsoft does not accept the secret.
    .do = Create another in Azure and copy the “Value” column, not the “Secret ID”.
    .button = Paste another secret
problem-secret-expired = The secret has expired.
    .do = Create another in Azure and copy its “Value” at once.
    .button = Paste another secret
problem-secret-missing = The secret is missing.
    .do = Paste the secret and check again.
    .button = Paste the secret
problem-client-id-missing = The Client ID is missing.
    .do = Paste the Client ID and check again.
    .button = Paste the Client ID
problem-platform-not-web = The redirect address is in Azure, but not under “Web”.
    .do = Remove it in Azure and add it again, under “Web”.
    .button = See how to do it
problem-permission-missing = The permission to send mail is missing.
    .do = Add the permission in Azure and sign in again.
    .button = See how to add it

## The sign-in

problem-consent-declined = “Cancel” was pressed on the page that asks for permission.
    .do = Sign in again and press “Accept” when Microsoft asks.
    .button = Sign in again
problem-admin-approval-needed = In your company, IT has to give this permission.
    .do = Send IT the message that we have written for you.
    .button = See the message
problem-sign-in-cancelled = The sign-in was cancelled before it ended.
    .do = Sign in again whenever you like.
    .button = Sign in again
problem-window-closed = Microsoft’s window closed before it was done.
    .do = Sign in again and let the window close by itself.
    .button = Sign in again
problem-sign-in-timed-out = A long time has passed without an answer from Microsoft.
    .do = Sign in again, with your account and password at hand.
    .button = Sign in again
problem-microsoft-showed-error = Microsoft showed an error and gave no way on.
    .do = Check that the Client ID and the redirect address match those in Azure.
    .button = Review my details
problem-code-expired = The one-time pass that Microsoft gave is no longer good.
    .do = Sign in again, without a pause.
    .button = Sign in again
problem-callback-refused = The answer that came was not for this sign-in. We did not use it.
    .do = Sign in again from here.
    .button = Sign in again
problem-sign-in-blocked = A rule of your company does not allow signing in from here.
    .do = Send IT the message that we have written for you.
    .button = See the message
problem-more-proof-needed = Microsoft wants another proof that it is you.
    .do = Sign in again, with your phone at hand.
    .button = Sign in again
problem-account-not-allowed = This account may not use your ERP’s registration.
    .do = Ask IT to give it access.
    .button = See the message
problem-wrong-account = You signed in with another account, not the sending one.
    .do = Sign in again and choose the sending account.
    .button = Sign in again
problem-sign-in-no-longer-valid = The sign-in has ended.
    .do = Sign in again and go on where you were.
    .button = Sign in again

## The mail

problem-mailbox-missing = This account has no mailbox at Microsoft.
    .do = Ask IT for a mailbox, or use another account.
    .button = See the message
problem-send-as-denied = This account may not send in the name of that address.
    .do = Ask IT for the “Send as” permission for your account.
    .button = See the message
problem-sending-blocked = Microsoft has stopped this mailbox from sending for now.
    .do = Wait a few hours and try again.
    .button = Try again
problem-mail-not-arrived = The mail went out, but you do not see it in the mailbox.
    .do = Look in “Junk Email”. If it is not there, send another.
    .button = Look again

## The way to Microsoft

problem-too-many-requests = Microsoft asks us to slow down.
    .do = Wait a minute and try again.
    .button = Try again
problem-microsoft-unavailable = Microsoft’s service is failing right now. It is not you.
    .do = Wait a while and try again.
    .button = Try again
problem-unreachable = We cannot reach Microsoft from this computer.
    .do = Check that you are online. If you are, tell IT.
    .button = Try again
problem-too-slow = Microsoft did not answer in time.
    .do = Check your connection and try again.
    .button = Try again
problem-not-trusted = This computer does not trust whoever answers in Microsoft’s name.
    .do = Tell IT: something on the network opens secure traffic.
    .button = Try again
problem-proxy-refused = Your company’s network wants a password to let us out.
    .do = Ask IT to let Vincula through.
    .button = Try again
problem-answer-interrupted = Microsoft’s answer broke off half-way.
    .do = Check your connection and try again.
    .button = Try again
problem-answer-not-microsofts = Another page answered in Microsoft’s place.
    .do = Open the browser, log in to the network and try again.
    .button = Try again
problem-keyring-unavailable = This computer’s password store does not open.
    .do = Unlock the store with your password and try again.
    .button = Try again
problem-another-cloud = Your company is in another of Microsoft’s clouds.
    .do = Ask IT which one it is, and change it in your details.
    .button = Review my details
problem-configuration-rejected = Microsoft does not accept something in your registration.
    .do = Go over your details. If they are right, send the details for IT to your ERP’s support.
    .button = Review my details
problem-unexpected = Microsoft gave an error that we do not know.
    .do = Go over your details. If they are right, send the details for IT to your ERP’s support.
    .button = Review my details

## Who fixes it

who-you = You can fix this yourself, right here.
who-it = Your company’s IT fixes this.
who-support = Your ERP’s support helps with this.
who-microsoft = This is up to Microsoft. All there is to do is wait.

## What is checked

check-tenant = Your company at Microsoft
check-application = Your ERP’s registration
check-secret = The secret
check-sign-in = The sign-in with Microsoft
check-account = The sending account
check-permissions = The permission to send
check-mail-accepted = Sending the mail
check-mail-arrived = The mail’s arrival

skip-earlier-failure = Later
skip-value-not-given = Not needed
skip-proven-elsewhere = Shown further down
skip-not-asked = Not asked
unknown-answer-not-understood = Not known yet
unknown-not-yet-seen = Not here yet

## What Vincula could not do

fault-values-refused = Some details need another look.
fault-setup-not-found = This connection is gone. Go back to start and create another.
fault-guide-not-found = This version of Vincula does not know the guide. Install the latest one.
fault-not-saved = It could not be saved. Check that the disk has room.
fault-clipboard-unavailable = We cannot use the clipboard. Open “Type it by hand” or try again.
fault-clipboard-empty = No text has been copied. Copy it and press again.
fault-keyring-unavailable = The password store does not open. Unlock it and try again.
fault-nothing-to-copy = There is nothing to copy yet. Paste this value in its step first.
fault-browser-unavailable = The browser could not be opened. Open it yourself and go to portal.azure.com.
fault-busy = Something is running. Let it end, or cancel it.
fault-not-now = That cannot be done at this point. Check it all again.
fault-internal = Something failed inside Vincula. Try again; your details are saved.
