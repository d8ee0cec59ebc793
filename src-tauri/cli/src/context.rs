//! What the commands work on: the ports of this machine.

use crate::arguments::Spoken;
use crate::exit::Failure;
use crate::input::Input;
use crate::output;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use vincula_assistant::{
    DataFolder, Keyring, KeyringWait, NewestSecrets, Patience, SetupFault, SetupFolder, SetupStore as _,
    SystemClock, guides_beside, machine_guides,
};
use vincula_core::cloud::{Cloud, CloudId, LabPlace};
use vincula_core::guide::{self, Guide};
use vincula_core::setup::{Setup, SetupId};
use vincula_core::text::{Language, text};
use vincula_microsoft::Microsoft;

/// What the commands work on.
pub(crate) struct Context {
    lab: Option<LabPlace>,
    pub(crate) setups: SetupFolder,
    pub(crate) keyring: NewestSecrets<Keyring>,
    pub(crate) data: DataFolder,
    pub(crate) clock: SystemClock,
    pub(crate) language: Language,
    pub(crate) input: Input,
}

/// Says on standard error that the keyring waits for the person. Who does not want to wait interrupts the program.
struct Note(Language);

impl KeyringWait for Note {
    fn began(&self) {
        output::note(&text(self.0, "keyring-waits", &[]));
    }
}

impl Context {
    pub(crate) fn open(lab: Option<LabPlace>, language: Spoken, keyring: Duration) -> Result<Self, Failure> {
        Self::over(&DataFolder::of_this_user()?, lab, language, keyring)
    }

    /// The ports over this data folder; `keyring` is how long the person may take to unlock theirs.
    pub(crate) fn over(
        data: &DataFolder,
        lab: Option<LabPlace>,
        language: Spoken,
        keyring: Duration,
    ) -> Result<Self, Failure> {
        let patience = Patience {
            whole: keyring,
            ..Patience::default()
        };
        // A wrong address is told before anything is asked or changed.
        if let Some(lab) = &lab {
            lab.cloud(CloudId::default())?;
        }
        // What is wrong with a guide beside the program is said by `vincula guides` and `vincula guide check`.
        guide::add(guides_beside(data, &machine_guides()).0);
        Ok(Self {
            lab,
            setups: SetupFolder::of(data)?,
            keyring: NewestSecrets::over(Keyring::new(Arc::new(Note(language.0)), patience), data)?,
            data: data.clone(),
            clock: SystemClock,
            language: language.0,
            input: Input::default(),
        })
    }

    /// The client of one of Microsoft's clouds, or of the lab that plays it.
    pub(crate) fn microsoft(&self, cloud: CloudId) -> Result<Microsoft, Failure> {
        Microsoft::new(self.cloud(cloud)?).map_err(|_| Failure::Tls)
    }

    /// The clients of all of Microsoft's clouds, over the same connections.
    pub(crate) fn every_microsoft(&self) -> Result<Vec<Microsoft>, Failure> {
        let first = self.microsoft(CloudId::default())?;
        let of = |cloud| -> Result<Microsoft, Failure> { Ok(first.in_cloud(self.cloud(cloud)?)) };
        CloudId::ALL.into_iter().map(of).collect()
    }

    fn cloud(&self, cloud: CloudId) -> Result<Cloud, Failure> {
        Ok(match &self.lab {
            Some(lab) => lab.cloud(cloud)?,
            None => Cloud::of(cloud),
        })
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
