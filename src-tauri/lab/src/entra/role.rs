//! The application permissions that the lab knows: what an application may do by itself, once an administrator agrees.
//!
//! Source: microsoftgraph/microsoft-graph-devx-content for Graph; office-developer-exchange-docs
//! `how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth.md` for Exchange Online. Microsoft's Spanish names
//! are not established; the Spanish here is the lab's own.

use super::scope::Resource;
use crate::language::Language;

struct Role {
    value: &'static str,
    resource: Resource,
    en: &'static str,
    es: &'static str,
}

const fn role(value: &'static str, resource: Resource, en: &'static str, es: &'static str) -> Role {
    Role {
        value,
        resource,
        en,
        es,
    }
}

const ROLES: [Role; 18] = [
    role(
        "Calendars.ReadBasic.All",
        Resource::Graph,
        "Read basic details of calendars in all mailboxes",
        "Leer detalles básicos de los calendarios de todos los buzones",
    ),
    role(
        "Calendars.Read",
        Resource::Graph,
        "Read calendars in all mailboxes",
        "Leer los calendarios de todos los buzones",
    ),
    role(
        "Calendars.ReadWrite",
        Resource::Graph,
        "Read and write calendars in all mailboxes",
        "Leer y escribir en los calendarios de todos los buzones",
    ),
    role(
        "Contacts.Read",
        Resource::Graph,
        "Read contacts in all mailboxes",
        "Leer los contactos de todos los buzones",
    ),
    role(
        "Contacts.ReadWrite",
        Resource::Graph,
        "Read and write contacts in all mailboxes",
        "Leer y escribir en los contactos de todos los buzones",
    ),
    role(
        "Mail.ReadBasic",
        Resource::Graph,
        "Read basic mail in all mailboxes",
        "Leer el correo básico de todos los buzones",
    ),
    role(
        "Mail.ReadBasic.All",
        Resource::Graph,
        "Read basic mail in all mailboxes",
        "Leer el correo básico de todos los buzones",
    ),
    role(
        "Mail.Read",
        Resource::Graph,
        "Read mail in all mailboxes",
        "Leer el correo de todos los buzones",
    ),
    role(
        "Mail.ReadWrite",
        Resource::Graph,
        "Read and write mail in all mailboxes",
        "Leer y escribir en el correo de todos los buzones",
    ),
    role(
        "Mail.Send",
        Resource::Graph,
        "Send mail as any user",
        "Enviar correo como cualquier usuario",
    ),
    role(
        "MailboxSettings.Read",
        Resource::Graph,
        "Read all user mailbox settings",
        "Leer la configuración de todos los buzones",
    ),
    role(
        "User.ReadBasic.All",
        Resource::Graph,
        "Read all users' basic profiles",
        "Leer los perfiles básicos de todos los usuarios",
    ),
    role(
        "User.Read.All",
        Resource::Graph,
        "Read all users' full profiles and company properties",
        "Leer los perfiles completos de todos los usuarios y las propiedades de la empresa",
    ),
    role(
        "Directory.Read.All",
        Resource::Graph,
        "Read directory data",
        "Leer datos del directorio",
    ),
    role(
        "Directory.ReadWrite.All",
        Resource::Graph,
        "Read and write directory data",
        "Leer y escribir datos en el directorio",
    ),
    role(
        "IMAP.AccessAsApp",
        Resource::Outlook,
        "IMAP.AccessAsApp",
        "IMAP.AccessAsApp",
    ),
    role(
        "SMTP.SendAsApp",
        Resource::Outlook,
        "Application access for sending emails via SMTP AUTH",
        "Acceso de la aplicación para enviar correos mediante SMTP AUTH",
    ),
    role(
        "full_access_as_app",
        Resource::Outlook,
        "Use Exchange Web Services with full access to all mailboxes",
        "Usar Servicios Web Exchange con acceso total a todos los buzones",
    ),
];

fn find(name: &str) -> Option<&'static Role> {
    ROLES.iter().find(|role| role.value.eq_ignore_ascii_case(name))
}

/// The API that the permission belongs to; Graph where the lab does not know it.
pub(crate) fn resource(name: &str) -> Resource {
    find(name).map_or(Resource::Graph, |role| role.resource)
}

/// What the consent page says.
pub(crate) fn words(name: &str, language: Language) -> Option<&'static str> {
    find(name).map(|role| language.pick(role.es, role.en))
}
