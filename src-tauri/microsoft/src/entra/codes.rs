//! What Entra's codes mean. The same code may mean different things at different places.
//! Source: <https://learn.microsoft.com/entra/identity-platform/reference-error-codes> and the texts on the wire.

use vincula_core::problem::ProblemKind;

/// The cause behind an `AADSTS` number, where Vincula knows one.
pub(super) fn cause(code: u32) -> Option<ProblemKind> {
    Some(match code {
        90002 | 90005 | 900_023 => ProblemKind::TenantUnknown,
        700_016 | 90112 => ProblemKind::ApplicationUnknown,
        50011 | 500_112 | 500_113 | 500_117 | 900_971 => ProblemKind::RedirectNotRegistered,
        90038 | 90043 | 900_382 | 900_432 | 900_439 => ProblemKind::AnotherCloud,
        50194 => ProblemKind::SingleTenantOnly,
        9_002_331 | 9_002_332 | 9_002_346 | 50020 | 500_200 | 500_202 | 500_207 | 500_208 | 500_209
        | 50178 => ProblemKind::AudienceMismatch,
        7_000_215 | 7_000_216 => ProblemKind::SecretWrong,
        7_000_222 | 7_000_220 => ProblemKind::SecretExpired,
        700_025 | 90023 | 7_000_218 | 9_002_325 | 9_002_326 | 9_002_327 => ProblemKind::PlatformNotWeb,
        65004 => ProblemKind::ConsentDeclined,
        90094 | 90095 | 90093 | 900_941 | 65001 | 65002 => ProblemKind::AdminApprovalNeeded,
        54005 | 70008 | 70000 | 700_005 | 501_481 | 9_002_313 => ProblemKind::CodeExpired,
        53000..=53004 | 530_003 | 53011 | 50097 | 50158 | 50005 => ProblemKind::SignInBlocked,
        50076 | 50079 | 50072 | 50074 | 50078 => ProblemKind::MoreProofNeeded,
        50105 | 50034 | 50057 | 50053 => ProblemKind::AccountNotAllowed,
        650_053 | 650_056 | 650_057 | 65005 | 65006 | 70011 | 28000 | 28003 | 500_011 => {
            ProblemKind::ConfigurationRejected
        }
        90033 | 90025 | 50196 | 90006 | 90055 => ProblemKind::MicrosoftUnavailable,
        _ => return None,
    })
}
