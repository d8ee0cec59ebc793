//! The fast path: one script for Azure Cloud Shell that does the guide's registration for an administrator.
//!
//! The rules that the script keeps, whatever its shell:
//!
//! * It deletes nothing. `az ad app credential reset` wipes every secret without `--append`; `az ad app permission
//!   grant` replaces the grants that are there; `az ad app create` rewrites an application of the same name. So the
//!   first is never called without `--append`, the second never where a grant exists, and the third never before
//!   the name was looked for. An application of the same name is completed only after a person said yes.
//! * The permissions are those of the guide, by the table of [`permission_id`]: one source with the manual path.
//! * Values stand in single quotes only, never in a comment, and nothing that is filled in is read again.
//! * Every end says in a sentence what happened and what to do.
//!
//! The two templates are the scripts themselves, to be read as such. In them `#: id` becomes a comment in the
//! person's language and `@{id}` a quoted text or value. Source of the recipe: the reference of `az ad app` and
//! azure-cli's `role/custom.py` at 01ce0346. It has never run against Azure.

mod name;
mod permission;
mod quote;
mod template;

#[cfg(test)]
mod tests;

pub use name::NameFault;
pub use permission::{PermissionKind, permission_id};

use crate::choices;
use crate::guide::{Audience, Guide, Permission, Registration};
use crate::setup::Setup;
use crate::text::Language;
use crate::value::{RedirectUri, TenantId};

/// The shell that reads the script. Azure Cloud Shell has both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    /// Bash 5 with the GNU tools.
    #[default]
    Bash,
    /// PowerShell 7.
    PowerShell,
}

/// What is registered.
#[derive(Clone, Debug)]
pub struct Values<'a> {
    /// What the guide says of the registration.
    pub registration: &'a Registration,
    /// The application's display name.
    pub app_name: &'a str,
    /// Where Microsoft sends the person back to, under the platform «Web».
    pub redirect_uri: &'a RedirectUri,
    /// Who may sign in.
    pub audience: Audience,
    /// What the application may do in the name of who signs in. Exchange Online's are numbered among Graph's.
    pub permissions: Vec<Permission>,
    /// The directory in which the script must run, where it is known.
    pub tenant_id: Option<&'a TenantId>,
}

impl<'a> Values<'a> {
    /// What a setup of the guide registers, in this language, with this redirect URI.
    #[must_use]
    pub fn of(setup: &'a Setup, guide: &'a Guide, redirect_uri: &'a RedirectUri, language: Language) -> Self {
        Self {
            registration: &guide.registration,
            app_name: guide.registration.app_name.get(language),
            redirect_uri,
            audience: choices::audience(setup, guide),
            permissions: choices::permissions(setup, guide),
            tenant_id: setup.tenant_id.as_ref(),
        }
    }
}

/// Why no script can be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptFault {
    /// The vendor has registered the application: nobody else has to.
    #[error("the vendor's own application is registered already")]
    VendorsOwn,
    /// The script grants what a person consents to. What the application may do by itself, an administrator grants on
    /// the portal's page, looking at it: `az` has no command for it that works in Cloud Shell.
    #[error("the guide asks for application permissions, which are granted in the portal")]
    ApplicationPermissions,
    /// The guide asks for a permission that the table does not hold.
    #[error("Microsoft Graph has no delegated permission that Vincula knows as {0:?}")]
    UnknownPermission(String),
    /// The application's name cannot be given to `az`.
    #[error("the name of the application: {0}")]
    Name(#[from] NameFault),
}

/// The script that registers these values.
///
/// # Errors
/// A permission that is not known, or a name that `az` would not take as it is: see [`ScriptFault`].
pub fn write(values: &Values<'_>, shell: Shell, language: Language) -> Result<String, ScriptFault> {
    if values.registration.vendor().is_some() {
        return Err(ScriptFault::VendorsOwn);
    }
    if !values.registration.application_permissions.is_empty() {
        return Err(ScriptFault::ApplicationPermissions);
    }
    name::check(values.app_name)?;
    let permissions = values
        .permissions
        .iter()
        .map(|permission| {
            permission_id(PermissionKind::Delegated, permission.name())
                .map(|id| (permission.name(), id))
                .ok_or_else(|| ScriptFault::UnknownPermission(permission.to_string()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(template::fill(shell, language, values, &permissions))
}
