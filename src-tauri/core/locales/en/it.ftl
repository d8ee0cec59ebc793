# “I have no permission”: somebody else does the registration, and the values come back.

it-title = Let IT do it
it-lead = Copy this message and send it to whoever looks after your computers. The secret is not in it.
it-message-subject = Help with the mail of our ERP
it-message-request =
    It is easier with Vincula: copy this whole message, open Vincula and press “Paste a request”.
    When you are done, send back the answer that it gives you.
it-copy = Copy the message
it-waiting = Waiting for IT
it-waiting-since = It is IT’s turn. You asked on { $date }.
it-waiting-since-named = It is { $who }’s turn. You asked on { $date }.
it-waiting-named = Waiting for { $who }
it-who = Whom do you ask?
it-who-optional = (if you like)
it-who-hint = Their name or address, so that you know for whom you wait.
it-mail = Open in my mail
it-mail-paste = Paste the message that Vincula has copied here: press Ctrl and V together.
it-keep = Save to a file
it-kept = It is here: { $path }
it-open-answer = Open an answer file
help-keep = Save the answer to a file
help-kept = It is here: { $path }
fault-file-not-kept = The file could not be saved. See whether there is room on the disk and try again.
fault-mail-program-unavailable = Your mail program could not be opened. The message is copied: open your mail and paste it.
fault-no-secret-end = That date will not do. Choose another.
it-waiting-more = When they answer, copy their answer and paste it here.
it-answer = They have answered
it-answer-title = The answer of IT
it-answer-lead = Copy the whole message of IT. Enter the passphrase that they told you and press the button.
it-passphrase = The passphrase that they told you
it-passphrase-hint = It has 16 letters and digits, in four groups. For example: k7fm-2xqe-9dpa-hw3t
it-paste-answer = Paste the answer
it-alone = I will do it
it-link = I have no permission: let IT do it

help-link = Has somebody asked you for help? Paste a request
help-badge = You are helping somebody
help-title = You do this for { $mailbox }
help-lead = You can send the answer back now. It is locked with a passphrase.
help-copy = Copy the answer
help-copied = The answer is copied. Send it by mail.
help-passphrase = Tell this passphrase by telephone. Do not send it by mail. You see it only now:

fault-errand-missing = What you copied is not of Vincula’s. Copy the whole message and press again.
fault-errand-damaged = A part of the message is missing. Copy all of it and press again.
fault-wrong-passphrase = This passphrase does not open it. Look again, or ask for it once more.
fault-another-request = This answer belongs to another request. Ask for yours.
fault-nothing-to-answer = The Client ID or the secret is still missing. Finish their steps and come back.
