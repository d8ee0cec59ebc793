# The values: what they are called and, where one does not fit, what to copy instead.

value-erp-address = ERP address
value-mailbox = Sending mailbox
value-client-id = Client ID
value-tenant-id = Directory ID
value-client-secret = Client Secret
value-redirect-uri = Redirect address

## Why what was pasted does not fit

refusal-empty = There is nothing to paste. Copy the value first, then press again.
    .erp-address = The address is missing. Copy it from the browser with your ERP open.
    .mailbox = The mailbox is missing. Type the account that your mail will come from.
    .client-id = Nothing is copied yet. In Azure, press the copy icon beside “Application (client) ID”.
    .client-secret = Nothing is copied yet. In Azure, press the copy icon in the “Value” column.
refusal-too-long = It is longer than it should be. Copy the value and nothing else.
    .client-id = You copied too much. Copy only “Application (client) ID”.
    .client-secret = You copied too much. Copy only the “Value” column.
refusal-forbidden-characters = There are blanks or signs in the middle. Copy the value again, and nothing else.
    .client-secret = There are blanks or signs in the middle. Press the copy icon in the “Value” column.
    .client-id = There are blanks or signs in the middle. Press the copy icon beside “Application (client) ID”.
refusal-not-a-guid = This is not the one we need. Copy the value with five groups joined by hyphens.
    .client-id = This is not the Client ID. Copy “Application (client) ID”: five groups joined by hyphens.
    .tenant-id = This is not the directory ID. Copy “Directory (tenant) ID”.
refusal-microsofts-own-id = This ID belongs to Microsoft, not to your company. Copy the one of your own registration.
refusal-looks-like-secret = You pasted the secret. “Application (client) ID” goes here.
    .tenant-id = You pasted the secret. “Directory (tenant) ID” goes here.
    .mailbox = You pasted the secret. A mail address goes here.
    .erp-address = You pasted the secret. The address of your ERP goes here.
refusal-looks-like-secret-id = You pasted the “Secret ID”. We need the “Value” column, right beside it.
refusal-masked-secret = Azure has covered this secret and will not show it again. Create another and copy its “Value” at once.
refusal-truncated-secret = Part of the secret is missing. Press the copy icon in the “Value” column.
refusal-looks-like-email = You pasted a mail address. Another value goes here.
    .client-id = You pasted a mail address. “Application (client) ID” goes here.
    .tenant-id = You pasted a mail address. “Directory (tenant) ID” goes here.
    .client-secret = You pasted a mail address. The “Value” column goes here.
    .erp-address = You pasted a mail address. The address of your ERP goes here.
refusal-looks-like-address = You pasted a web address. Another value goes here.
    .client-id = You pasted a web address. “Application (client) ID” goes here.
    .tenant-id = You pasted a web address. “Directory (tenant) ID” goes here.
    .client-secret = You pasted a web address. The “Value” column goes here.
    .mailbox = You pasted a web address. A mail address goes here.
refusal-not-an-email = This does not look like a mail address. Type all of it, with the @ and what follows.
refusal-not-an-address = This does not look like a web address. Copy it from the browser with your ERP open.
refusal-not-https = The address has to begin with https. Microsoft takes no other.
refusal-microsofts-address = This address is Microsoft’s. We need the one of your ERP.
refusal-carries-credentials = The address holds a user name or a password. Copy it without them.
