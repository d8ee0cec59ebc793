# The test mail. { $marker } is the date and time, to tell it from others.
test-mail-subject = Vincula test { $marker }
test-mail-body =
    This is a test mail.
    Vincula sent it from { $from }.
    If you can read it, { $erp } can send mail with this account.
    There is no need to answer.

it-message-not-yet = (does not exist yet)
it-message =
    Hello,

    We are connecting the mail of { $erp } to Microsoft and need your help. It takes about five minutes.

    Account that will send the mail: { $mailbox }
    Application (client) ID in Microsoft Entra: { $client }
    Platform: Web
    Redirect URI: { $redirect }
    Delegated permissions of Microsoft Graph: { $permissions }

    The application only sends mail as the account that signs in. It reads nobody's mail.
    An administrator has to grant consent under “API permissions”.

    Thank you.
it-message-more =
    Hello,

    We are connecting { $erp } to Microsoft and need your help. It takes about five minutes.

    Account that is connected: { $mailbox }
    Application (client) ID in Microsoft Entra: { $client }
    Platform: Web
    Redirect URI: { $redirect }
    Delegated permissions: { $permissions }
    Application permissions: { $application }

    An administrator has to grant consent under “API permissions”.

    Thank you.
it-message-vendor =
    Hello,

    { $erp } will use our mail with an application of its own. Nothing has to be registered: an administrator only has to approve it. It takes two minutes.

    Account that is connected: { $mailbox }
    ID of { $erp }’s application: { $client }
    Permissions that it asks for: { $permissions }

    Everybody still signs in with their own account, and it can be taken away at any time under “Enterprise applications”.

    Thank you.
it-message-none = none
it-message-consent =
    To grant consent, an administrator can also open this link and accept:
    { $link }
    At the end a page of the ERP with a warning may appear. That is normal: the permission has been granted.

# In the calendar.
reminder-title = The Microsoft secret of { $erp } ends
reminder-body =
    From that day { $erp } no longer sends mail from { $mailbox }.
    Before it, open Vincula and change the secret of the registration “{ $app }”. It takes five minutes.

sign-in-window-title = Sign in with Microsoft

# What a check makes in the calendar and among the contacts, and deletes again.
trial-event = Vincula test { $marker }: deletes itself
trial-contact = Vincula test { $marker }
setup-copy-name = Copy of { $name }

# The desktop's notice, when the secret comes to its end.
notice-month = The secret of { $what } ends on { $date }
notice-week = The secret of { $what } ends on { $date }
notice-day = The secret of { $what } is about to end
notice-ended = The secret of { $what } has ended
notice-body = Open Vincula and select “Renew the secret”. It takes five minutes.
notice-body-ended = Your ERP can no longer send mail. Open Vincula and select “Renew the secret”.
