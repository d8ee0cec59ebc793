# What the command line says. The names of checks and problems are in the other files.

verify-proven = All set: Microsoft accepted the test mail of { $mailbox }.
verify-not-proven = We do not know yet whether { $mailbox } can send.
verify-proven-look = All set: everything works with { $mailbox }.
verify-not-proven-look = Not everything is proven yet with { $mailbox }.
arrival-question = Has the test mail reached { $to }? (y: yes · n: no · any other key: not yet)

paste-open = Open this address in the browser and sign in:
paste-then =
    At the end the browser goes to { $redirect }
    Whatever that page shows, copy its whole address and paste it here:
paste-not-an-address = That is not an address. Copy the whole address bar.
paste-another-address = That address is not the answer of this sign-in. Still waiting.
loopback-open = Open this address in a browser on this computer and sign in:
loopback-then = In the end the browser comes back here by itself. Waiting for it.

secret-prompt = Paste the secret (it stays hidden) and press Enter:{ " " }
secret-kept = The secret is in the system's keyring.

guide-good = The guide “{ $name }” is fine: { $steps } steps.

lab-running = The lab is running: none of this is Microsoft. Press Ctrl+C to stop it.
practice-begins = Practising with the lab at { $lab }. None of this is Microsoft.
practice-arrived = The mail “{ $subject }” is in the mailbox of { $to }.

outcome-skipped = Not checked
outcome-unknown = No clear answer

## What was pasted: vincula recognise

recognised-client-id = This is the Client ID.
recognised-tenant-id = This is the directory ID.
recognised-object-id = This is the “Object ID”. It is not needed.
recognised-identifier = This is an ID, but it does not say of what.
recognised-client-secret = This is the secret.
recognised-secret-id = This is the “Secret ID”. The secret is in the “Value” column.
recognised-masked-secret = This is a covered secret. It can no longer be read.
recognised-truncated-secret = This is part of a secret.
recognised-redirect-uri = This is the redirect address.
recognised-mailbox = This is a mail address.
recognised-web-address = This is a web address.
recognised-registration-block = This is what the script prints: Client ID, directory ID and secret.
recognised-several = These are several values at once.
recognised-ambiguous = There is more than one value, and we cannot tell which.
recognised-nothing = We do not know what this is.

answer-passphrase = The passphrase that opens the answer: { $passphrase } Tell it by telephone. Do not send it with the file.
answer-prompt = Enter the passphrase that opens the answer:

## What an error is: vincula explain

explain-paste = Paste the error here. To end, press Enter and then Ctrl+D (Ctrl+Z and Enter on Windows).

## How everything stands: vincula status

status-secret-ends-today = The secret ends today.
status-secret-ends-tomorrow = The secret ends tomorrow.
status-secret-ends = The secret ends in { $days } days, on { $date }.
status-waiting = Waits for somebody else since { $date }.

## The new secret: vincula renew

renew-proven = The new secret works and is this setup's own. Put it into the ERP. Then: vincula renew { $setup } --handed-over
renew-not-proven = The old secret stays. To try again: vincula renew { $setup } --again
