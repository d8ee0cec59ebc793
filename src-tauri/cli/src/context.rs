//! What the commands work on: the ports of this machine.

use crate::arguments::Spoken;
use crate::exit::Failure;
use crate::input::Input;
use std::collections::BTreeSet;
use url::Url;
use vincula_assistant::{
    DataFolder, Keyring, SetupFault, SetupFolder, SetupStore as _, SystemClock, guides_beside,
};
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::guide::{self, Guide};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::Language;
use vincula_microsoft::Microsoft;

/// What the commands work on.
pub(crate) struct Context {
    lab: Option<Url>,
    pub(crate) setups: SetupFolder,
    pub(crate) keyring: Keyring,
    pub(crate) clock: SystemClock,
    pub(crate) language: Language,
    pub(crate) input: Input,
}

impl Context {
    pub(crate) fn open(lab: Option<Url>, language: Spoken) -> Result<Self, Failure> {
        Self::over(&DataFolder::of_this_user()?, lab, language)
    }

    pub(crate) fn over(data: &DataFolder, lab: Option<Url>, language: Spoken) -> Result<Self, Failure> {
        // A wrong address is told before anything is asked or changed.
        if let Some(base) = &lab {
            Cloud::lab(CloudId::default(), base)?;
        }
        // What is wrong with a guide beside the program is said by `vincula guides` and `vincula guide check`.
        guide::add(guides_beside(data).0);
        Ok(Self {
            lab,
            setups: SetupFolder::of(data)?,
            keyring: Keyring,
            clock: SystemClock,
            language: language.0,
            input: Input::default(),
        })
    }

    /// The client of one of Microsoft's clouds, or of the lab that plays it.
    pub(crate) fn microsoft(&self, cloud: CloudId) -> Result<Microsoft, Failure> {
        let cloud = match &self.lab {
            Some(base) => Cloud::lab(cloud, base)?,
            None => Cloud::of(cloud),
        };
        Microsoft::new(cloud).map_err(|_| Failure::Tls)
    }

    /// The setup whose id begins with this text.
    pub(crate) fn setup(&self, beginning: &str) -> Result<Setup, Failure> {
        Ok(self.setups.load(&self.id(beginning)?)?)
    }

    /// The id that begins with this text, of a setup that cannot be read too.
    pub(crate) fn id(&self, beginning: &str) -> Result<SetupId, Failure> {
        let survey = self.setups.survey()?;
        let ids: BTreeSet<SetupId> = (survey.setups.into_iter().map(|setup| setup.id))
            .chain(survey.newer.into_iter().map(|(id, _)| id))
            .chain(survey.mishaps.into_iter().map(|mishap| mishap.id))
            .chain(survey.unread.into_iter().map(|(id, _)| id))
            .filter(|id| id.as_str().starts_with(beginning))
            .collect();
        let mut ids = ids.into_iter();
        match (ids.next(), ids.next()) {
            (Some(id), None) => Ok(id),
            (Some(_), Some(_)) => Err(Failure::Ambiguous(beginning.to_owned())),
            (None, _) => Err(Failure::NoSuchSetup(beginning.to_owned())),
        }
    }

    /// The guide of a setup.
    pub(crate) fn guide_of(setup: &Setup) -> Result<&'static Guide, Failure> {
        guide::find(&setup.guide).ok_or(Failure::Setup(SetupFault::TooNew))
    }
}
