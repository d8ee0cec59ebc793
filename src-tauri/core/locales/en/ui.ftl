# What the window says. Short, plain sentences; Microsoft's labels exactly as on screen, in bold.

## On every page

language-switch = Language
practice-label = Practice mode
practice-band = **Practice mode:** none of this is the real Microsoft.
home = Back to start
close = Close
back = Back
cancel = Cancel
save = Save
change = Change
copy = Copy
copied = Copied
copied-what = Copied: { $what }
paste = Paste
pasted = Pasted
optional = (if you have it at hand)
try-again = Try again
version = Vincula { $version }
long-wait = Microsoft is slower than usual. { $seconds } seconds so far.
already-open = Vincula is open already. Look for it among your windows.
starting-failed = Vincula could not start

## List of steps

nav-label = Steps
nav-steps = See the steps
nav-step-of = Step { $step } of { $steps }
nav-details = Your details
task-done = done
task-now = now
task-later = later
minutes-left =
    { $minutes ->
        [one] One minute left
       *[other] About { $minutes } minutes left
    }
all-done = All done
one-left = One thing left to fix
steps-done = { $done } of { $steps } steps
beside = Put Vincula at the side
beside-other = Other side
beside-leave = Large window
saved-alone = Everything saves itself.

## Welcome

guide-origin-built-in = Comes with Vincula
guide-origin-added = Added on this computer
guide-origin-machine = Put here by your IT
guide-faults = Some guides on this computer cannot be used
welcome-title = Link your ERP with Microsoft
welcome-lead = We take you through Microsoft’s pages, one at a time. At the end you see for yourself that it works.
welcome-resume = Your connections
welcome-choose = Choose what to connect
welcome-choose-another = Connect something else
guide-size = { $steps } steps · about { $minutes } minutes
start = Start
resume = Continue
open = Open
setup-progress = { $done } of { $steps } steps
setup-verified = Checked on { $date }
fact-easy = No technical skills needed.
fact-easy-more = Each page asks for one thing. You copy and paste.
fact-pause = Stop whenever you like.
fact-pause-more = When you come back, you are at the same spot.
fact-private = Your keys stay with you.
fact-private-more = They are kept on this computer and shown only to Microsoft, to check them.
delete-title = Delete this connection from Vincula?
delete-body = The details and the secret on this computer are deleted. Nothing changes in Microsoft or in your ERP.
delete-confirm = Yes, delete

## Files on this computer

mishap-unknown = a connection
mishap-restored = The file of { $mailbox } was damaged. We went back to the copy before it.
    .do = Look through its details. What you did last may be missing.
    .kept = The damaged file is here: { $path }
mishap-lost = The file of { $mailbox } is damaged, and there is no copy left.
    .do = Begin that connection again. Your ERP is as it was.
    .kept = The damaged file is here: { $path }
mishap-known = I understand
newer-title = Of a newer version
newer-unknown = A connection
newer-see = See its details
unread-title = There is a connection that we cannot open

## Your details

details-title = Let’s start with two details
details-edit-title = Your two details
details-lead = You know both of them. We prepare the rest from these.
details-erp = The address of { $erp }
details-erp-hint = Copy the address from the browser, or the whole page of your ERP that has both. For example: { $example }
details-mailbox = The mailbox that will send
details-mailbox-hint = The Microsoft account your mail will come from. For example: sales@yourcompany.com
details-practice = You are practising. You can use sample details.
details-practice-button = Use the samples
details-continue = Continue
details-save = Save and go on
error-summary =
    { $count ->
        [one] One detail needs another look
       *[other] { $count } details need another look
    }

## Letters and colours

look-link = Letters and colours
look-title = Letters and colours
look-lead = Choose how you want to see Vincula. It stays that way.
look-letters = Size of the letters
look-letters-normal = Normal
look-letters-large = Large
look-letters-larger = Very large
look-colours = Colours
look-colours-system = As on this computer
look-colours-light = Light
look-colours-dark = Dark
look-colours-contrast-light = Light, with more contrast
look-colours-contrast-dark = Dark, with more contrast
look-motion = Motion
look-motion-system = As on this computer
look-motion-still = Nothing moves

## Your case

case-link = Your case
case-title = What we chose for you
case-lead = This is nearly always right. Change it only if your case is another.
case-reset = Leave everything as it was
case-signs-in = Which account do you sign in with?
case-signs-in-hint = Your own company address. You sign in with it, and the mail leaves from { $mailbox }.
case-signs-in-save = Save this account
case-send-as = Ask your IT team for the permission “Send As” for your account. It is given in Exchange, on the mailbox { $mailbox }.
question-account = Whose account is it?
choice-account-work = The company’s
choice-account-personal = Personal: it ends in @outlook.com, @hotmail.com or the like
question-owner = Who opens that mailbox?
choice-owner-own = It has its own password
choice-owner-shared = Several people, each with their own
question-audience = Which accounts may use the registration?
choice-audience-multi-tenant-and-personal = Those of any company, and personal ones
choice-audience-multi-tenant = Those of any company
choice-audience-single-tenant = Only your company’s
choice-audience-personal-only = Only personal ones
question-cloud = What is the address of your company’s Azure?
choice-cloud-global = portal.azure.com, as nearly everybody’s
choice-cloud-us-gov-high = portal.azure.us
choice-cloud-us-gov-dod = portal.azure.us, of the US military
choice-cloud-china = portal.azure.cn
why-personal-address = Your address ends like that.
why-own-domain = Your address ends in your company’s name.
why-usual = It is the usual case.
why-erp = { $erp } asks for it.
why-you = You chose it.
snag-personal-not-admitted = You cannot sign in with a personal account. Choose “Those of any company, and personal ones”.
snag-shared-needs-own-sign-in = { $erp } sends as the account that signs in. Ask your IT team to give this mailbox a password and a licence.
snag-signs-in-missing = Say which account you sign in with.
snag-tenant-missing = The Directory ID is missing. Copy the whole page of your registration and paste it where the Client ID goes.

## When the secret ends

secret-end-title = When does it end?
secret-end-question = What you chose under **Expires**
secret-end-choose = Choose
secret-end-90 = 90 days (3 months)
secret-end-180 = 180 days (6 months), recommended
secret-end-365 = 365 days (12 months)
secret-end-545 = 545 days (18 months)
secret-end-730 = 730 days (24 months)
secret-end-other = Another date
secret-end-day = The last day
secret-end-known = It ends on { $date }.
reminder-lead = Microsoft does not warn you. That day your ERP stops sending.
reminder-keep = Save a reminder for the calendar
reminder-kept = The reminder is here: { $path }
reminder-open = Open it, and your calendar reminds you 30, 7 and 1 days before.

## On paper

paper-link = Print the guide
paper-title = Your guide, on paper
paper-lead = Keep it, or show it to whoever helps you. It holds your details, but not the secret.
paper-print = Print or save as PDF
paper-secret = The secret is not printed. It is kept in Vincula.
paper-check-list = Look through this before you finish

## What it means

words-title = What is it?

## One step

step-place = Where you are:
step-actions = What to press
step-result = What you will see
open-portal = Open this page in Azure
done = Done, next
mended = Done, go on where I was
give-hint = Copy it here and paste it into Azure as it is.
value-missing = Missing
paste-client-id = Paste the Client ID
paste-tenant-id = Paste the directory ID
paste-client-secret = Paste the secret
slot-client-id = Copy it in Azure and press “Paste the Client ID”.
slot-tenant-id = Copy it in Azure and press “Paste the directory ID”.
slot-client-secret = Copy it in Azure and press “Paste the secret”.
offer = It seems that you copied this: { $what }.
offer-client-id = Press “Paste the Client ID”.
offer-tenant-id = Press “Paste the directory ID”.
offer-client-secret = Press “Paste the secret”.
keep-old = Keep the one before
by-hand = Type it by hand
held-saved = Saved. It has the right shape.
held-secret = Saved · { $length } characters
held-cleaned = We took off the extra blanks and quotes.
place-keyring = It is in this computer’s password store.
place-session = It is in memory, until you close Vincula.
place-instead-of-keyring = It is in memory, until you close Vincula.
place-instead-note = If you close Vincula, you will have to paste the secret again.
place-keep = Keep it again
keyring-waits = The password store waits for your password. Look for its window and type it.
keyring-give-up = Go on without it
keyring-again = Try again
forget = Delete everything
forget-title = Delete everything of Vincula?
forget-body = All your connections, their secrets and what you chose are deleted from this computer. Nothing changes at Microsoft or in your ERP.
forget-confirm = Yes, delete everything
forget-done = Nothing of yours is left on this computer.
forget-left = This could not be deleted:
forget-left-secret = The secret of a connection.
forget-left-unlisted = What is left in the password store.
shape-unusual = It does not have the usual shape, but it may work. The check will tell.

## With a single paste

fast-link = Do you run Azure at your company? Do it with a single paste
fast-title = Do it with a single paste
fast-lead = It is for you if you run Azure at your company and may create registrations.
fast-do-1 = Choose **Bash** or **PowerShell** and press **Copy the script**.
fast-do-2 = Open **Cloud Shell** in Azure. Use the same shell there.
fast-do-3 = Paste the script and press **Enter**. It takes a minute.
fast-do-4 = Copy the block that comes out at the end. Come back and press **Paste the result**.
fast-script = The script
fast-shell = Choose the shell
fast-shell-bash = Bash
fast-shell-powershell = PowerShell
fast-copy = Copy the script
fast-open = Open Cloud Shell
fast-what = What the script does
fast-what-1 = It creates your ERP’s registration at Microsoft.
fast-what-2 = It gives it the permissions for mail.
fast-what-3 = It creates the secret. It deletes nothing.
fast-paste = Paste the result
fast-block = The script’s block
fast-refused = What you have pasted is not the script’s block.
fast-partial = We have the secret, but the Client ID is missing.
fast-whole = Copy the whole block and paste again.
fast-back = Back to the steps

## I am stuck

stuck = I am stuck
stuck-title = Let’s get you moving again
stuck-lead = You have broken nothing and everything is saved. What do you see?
stuck-else = None of these
stuck-go = Go to that page
stuck-1 = In Azure, check that you are signed in with your company account.
stuck-2 = If the page looks different, open it again from here.
stuck-3 = If a button is not there, you may need permission. Ask your IT.
stuck-4 = If Azure speaks Spanish, switch Vincula to Spanish too.
stuck-reread = Read this step again
stuck-values = Review my details
values-title = Your details
values-lead = Check that each one matches Azure or your ERP.
values-go = Go to its page

## Check

checks-title = What we check
outcome-waiting = Pending
outcome-running = Checking
outcome-passed = Good
outcome-failed = Fails
connect-title = Check it and sign in
connect-lead = First we ask Microsoft whether everything is in place. Then you sign in.
prove-do-1 = We look at your details. It takes a few seconds.
prove-do-2 = You sign in with the account that your ERP will use.
prove-do-3 = We send a test mail, and you see whether it arrives.
prove-do-3-look = We try what your ERP will do and leave everything as it was.
prove-body-safe = Nothing is sent until you say so.
prove-button = Check now
prove-running = We are asking Microsoft.
prove-hand-over = See the values for the ERP

## Sign in

sign-in-lead = Your details are right. Now Microsoft needs to know that it is you.
sign-in-do-1 = Press **Sign in with Microsoft**. A window opens.
sign-in-do-2 = Sign in with **{ $mailbox }**, even if you use another account every day.
sign-in-do-3 = If Microsoft asks for permission, press **Accept**. The window closes by itself.
sign-in-safe = You type the password on Microsoft’s own page. Vincula does not see it.
sign-in-button = Sign in with Microsoft
window-opening = Opening Microsoft’s window
window-open = Microsoft’s window is open
window-answered = You are in. We are looking at the permissions
window-closed = Microsoft’s window is closed
window-account = Sign in there with { $mailbox }.
window-host = You are at
window-error-hint = Is there no way on? Press “I cannot go on”.

## Test mail

send-title = Send a test mail
send-lead = One short mail, with nothing attached. Then you look whether it arrives.
send-from = From
send-to = To
send-to-hint = Use a mailbox that you can open now. Yours is fine.
send-what = The subject will say that it is a test from Vincula.
send-button = Send test mail
send-running = We are sending the mail.

## Did it arrive?

arrival-title = Has the mail arrived?
arrival-lead = Microsoft accepted it. It is on its way to { $to }.
arrival-do-1 = Open the mailbox of **{ $to }**.
arrival-do-2 = Look for a test mail from Vincula. It can take a couple of minutes.
arrival-do-3 = If it is not there, look in **Junk Email** and in **Other**.
arrival-yes = Yes, it is here
arrival-not-yet = Not yet
arrival-not = I have waited and it is not coming
arrival-send-again = Send another
arrival-wait = Give it a couple of minutes and look again. This page waits for you.

## Something fails

fix-title = There is one thing to fix
fix-lead = The rest is saved. Fix it and try again.
fix-check-all = Check it all again
problem-what = What happened
problem-do = What to do
problem-expected = We expected
problem-found = We saw
problem-left = Look for this name
problem-evidence = Details for IT
evidence-name = Name
evidence-code = Code
evidence-status = HTTP status
evidence-host = Server
evidence-proxy = Proxy
evidence-trace-id = Trace ID
evidence-correlation-id = Correlation ID
evidence-timestamp = Time
evidence-expected = Expected
evidence-found = Found
evidence-text = Text

## Hand over to the ERP

hand-over-title = It works. Take it to { $erp }
hand-over-title-connect = It works. Connect your account in { $erp }
hand-over-lead = Copy each value and paste it into its box, in this order.
hand-over-fields = Values for your ERP
hand-over-place = Where it goes in your ERP:
hand-over-copied = copied
hand-over-masked = Saved and hidden. It is copied whole.
hand-over-button = It is in the ERP now

## End

end-title = Done: { $erp } can send mail
end-lead = The hard part is behind you. There is one note to make for later.
end-done = What you have done
end-done-1 = Your ERP has a registration of its own at Microsoft.
end-done-2 = The test mail has arrived.
end-done-3 = The values are in your ERP.
end-next = What comes next
end-next-2 = When that day comes near, open Vincula and change the secret. It takes five minutes.
end-next-3 = If mail ever stops, open Vincula and press **Check now**.
end-home = Back to start

## How each connection stands

health-secret-ended = The secret ended on { $date }. Your ERP no longer sends.
health-secret-ends =
    { $days ->
        [0] The secret ends today.
        [1] The secret ends tomorrow.
       *[other] The secret ends in { $days } days, on { $date }.
    }
health-secret-lasts = The secret ends on { $date }
health-renewing = You are renewing the secret.
health-works = Works since { $date }
health-not-proven = Not checked yet.
health-archived = Archived. Nobody will remind you.
health-failed-on = Failed on { $date }
health-unclear-on = On { $date } the check could not be finished.
check-again = Check again
setup-more = More options for { $name }
setup-rename = Rename
setup-name = What do you want to call it?
setup-name-hint = For example: Sales. Leave it empty to see { $mailbox }.
setup-duplicate = Make a copy
setup-archive = Archive
setup-unarchive = Take back
setup-delete = Delete
setup-archived = Archived ({ $count })
setup-said-duplicate = We made a copy of { $name }. It has no secret yet.
setup-said-archive = { $name } is with the archived ones.
setup-said-unarchive = { $name } is back in the list.

## Renewing the secret

renew = Renew the secret
renew-title = Renew the secret
renew-lead = Create another secret in the same registration. Leave the old one alone until the new one works.
renew-prove = Check the new one
renew-cancel = Keep the old one
renew-nav-asks = Create the new secret
renew-nav-proves = Check that it works
renew-nav-hand-over = Take it to the ERP
renew-nav-remove-old = Remove the old one
renew-hand-over-title = It works. Change the secret in { $erp }
renew-hand-over-lead = Only one value changes. Everything else stays as it is.
renew-hand-over-field = The new secret
renew-hand-over-do-1 = Open that page in your ERP.
renew-hand-over-do-2 = Copy the secret here and paste it into its field, in place of the old one.
renew-hand-over-do-3 = Save the changes and send a mail from the ERP.
renew-hand-over-others = Show the other values
remove-old-title = You can remove the old secret now
remove-old-lead = The new one works and is in { $erp }. The old one is no longer needed.
remove-old-do-1 = First see that { $erp } has sent a mail with the new secret.
remove-old-do-2 = In the table, find the old secret. It is the one that ends first.
remove-old-do-2-dated = In the table, find the old secret: it ends on **{ $date }**.
remove-old-do-3 = Select the bin in that row and confirm.
remove-old-keep = Do not remove the new one. It ends on { $date }.
remove-old-done = I have removed it
remove-old-keep-it = Leave it, it will end by itself

## What each guide brings

questions-title = What people ask
retired-title = Does your manual ask for other permissions?
retired-now = Today: { $names }.
retired-none = Not needed today.
retired-still = Mind:
approval-message = See the message for the administrator
access-title = When the permission ends
access-again = How to give it again
access-revoke = How to take it away
details-account = The Microsoft account
details-account-hint = The address of the account that you link. For example: sales@yourcompany.com
support-title = { $name } enters them for you
support-phone = Telephone
support-mail = Mail
support-file = Save the file for support
support-file-why = A sealed file is safest. They open it with Vincula and a passphrase that you tell them by telephone.
support-plain = Whoever has both values can act for your company. Do not mail the secret: tell it by telephone.
hand-over-support = Hand these values to support. They do the rest.
hand-over-unread =
    { $count ->
        [0] Your inbox can be seen. It has no unread messages.
        [one] Your inbox has one unread message. It was counted and is still unread.
       *[other] Your inbox has { $count } unread messages. They were counted and are still unread.
    }
hand-over-nothing = There is nothing to copy. Connect your account there now.
hand-over-values = Values for support
hand-over-told = They have them
hand-over-connected = It is connected
end-linked = Done: { $erp } is linked with your account
end-lead-linked = The hardest part is behind you. Nothing is left to do.
end-done-consented = Your account has given its permission, and you know what for.
end-done-proven = All of it is proven with Microsoft.
end-done-told = Support has the values.
end-next-linked = If it stops one day, open Vincula and press **Check now**.
