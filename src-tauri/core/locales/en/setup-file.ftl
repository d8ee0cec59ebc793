# A setup in a file, for another computer or for whoever supports the ERP.

export-title = Use this on another computer
export-lead = Save a file and open it with Vincula on the other computer.
export-question = Does the secret go along?
export-without = Without the secret
export-without-more = The file can be read. On the other computer you will have to paste the secret.
export-with = With the secret, locked with a passphrase
export-with-more = Only the passphrase opens it that you get when you save.
export-no-secret = This connection has no secret yet.
export-keep = Save the file
export-kept = The file is here: { $path }
export-tell = Tell this passphrase by telephone. Do not send it with the file. You see it only now:
export-open = Take to another computer
export-passphrase = The passphrase that opens the file: { $passphrase } Tell it by telephone. Do not send it with the file.

open-file = Open a file of Vincula’s
unseal-title = This file is locked
unseal-lead = Whoever sent it to you knows the passphrase.
unseal-open = Open
import-title = See whether this is yours
import-lead = This is what the file says. Nothing is saved yet.
import-redirect = The answer will go to
import-with-secret = The secret is inside.
import-without-secret = The secret is not inside. You will paste it.
import-keep = Save this connection
import-known = You have this connection on this computer already.
import-open-known = Open the one I have
import-keep-again = Save it once more
import-prompt = Enter the passphrase that opens the file:
import-question = Keep it? (y: yes · any other key: no)

fault-not-ours = This file is not of Vincula’s. Look for the one that you were sent and open it again.
fault-file-damaged = This file is broken or a part of it is missing. Ask for it once more.
fault-file-too-new = A newer Vincula made it. Install the latest version and open it again.
fault-file-not-understood = This file holds something that we do not know: { $name }. Ask for another.
fault-secret-in-the-open = This file shows a secret to everybody. Delete it and make a new secret in Microsoft.
fault-unknown-guide = This version has no guide “{ $guide }”. Install the latest, or ask your ERP for the guide.
fault-file-value-refused = A value in the file will not do: { $what }. Ask for another file.
fault-no-secret-to-export = The secret is still missing. Paste it in its step, or save the file without it.
fault-answer-of-another = It is an answer, but not one that this computer asked for. Open it where you asked.
