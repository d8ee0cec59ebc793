# What the command line says. The names of checks and problems are in the other files.

verify-proven = All set: Microsoft accepted the test mail of { $mailbox }.
verify-not-proven = It is not proven yet that { $mailbox } can send.
arrival-question = Has the test mail reached { $to }? (y: yes · n: no · any other key: not yet)

paste-open = Open this address in the browser and sign in:
paste-then =
    At the end the browser goes to { $redirect }
    Whatever that page shows, copy its whole address and paste it here:
paste-not-an-address = That is not an address. Copy the whole address bar.
paste-another-address = That address is not the answer of this sign-in. Still waiting.

secret-prompt = Paste the secret (it stays hidden) and press Enter:{ " " }
secret-kept = The secret is in the system's keyring.

lab-running = The lab is running: none of this is Microsoft. Press Ctrl+C to stop it.
practice-begins = Practising with the lab at { $lab }. None of this is Microsoft.
practice-arrived = The mail “{ $subject }” is in the mailbox of { $to }.

outcome-skipped = Not checked
outcome-unknown = No clear answer
