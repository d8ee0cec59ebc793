//! A guide, as the page shows it.

use crate::wire::{
    AccessView, CalloutView, GuideOrigin, GuideQuestionView, GuideView, HandOverFieldView, ImageView,
    RegisteredBy, RetiredView, SceneView, StepView, SupportView, SymptomView, TextView,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vincula_core::guide::{
    self, Audience, Guide, Localized, Origin, Permission, PortalPage, Registrar, Retired, Scene, SceneImage,
    Step, StepKind,
};
use vincula_core::text::Language;

pub(crate) fn guide(guide: &Guide) -> GuideView {
    GuideView {
        id: guide.id.clone(),
        origin: match guide::origin(&guide.id) {
            Origin::BuiltIn => GuideOrigin::BuiltIn,
            Origin::Added => GuideOrigin::Added,
            Origin::Machine => GuideOrigin::Machine,
        },
        name: text(&guide.name),
        summary: text(&guide.summary),
        erp_name: guide.erp.name.clone(),
        erp_place: text(&guide.erp.place),
        erp_address_example: guide.erp.address_example.clone(),
        app_name: text(&guide.registration.app_name),
        minutes: guide.steps.iter().map(|step| u16::from(step.minutes)).sum(),
        permissions: written(&guide.registration.delegated_permissions),
        application_permissions: written(&guide.registration.application_permissions),
        registered_by: match guide.registration.registrar {
            Registrar::Customer => RegisteredBy::Customer,
            Registrar::Vendor(_) => RegisteredBy::Vendor,
        },
        needs_tenant: guide.registration.audience == Audience::SingleTenant,
        retired: guide.registration.retired.iter().map(retired).collect(),
        checks: guide
            .run_checks()
            .map(|check| check.as_str().to_owned())
            .collect(),
        steps: guide.steps.iter().map(step).collect(),
        repairs: guide.repairs.iter().map(step).collect(),
        hand_over: guide
            .hand_over
            .iter()
            .map(|field| HandOverFieldView {
                label: text(&field.label),
                value: field.value.as_str().to_owned(),
            })
            .collect(),
        support: guide.support.as_ref().map(|support| SupportView {
            name: support.name.clone(),
            mail: support.mail.clone(),
            phone: support.phone.clone(),
            says: text(&support.says),
        }),
        check_list: guide.check_list.iter().map(text).collect(),
        questions: guide
            .questions
            .iter()
            .map(|question| GuideQuestionView {
                asks: text(&question.asks),
                answer: text(&question.answer),
            })
            .collect(),
        access: guide.access.as_ref().map(|access| AccessView {
            ends: text(&access.ends),
            revoke: access.revoke.iter().map(text).collect(),
            again: access.again.iter().map(text).collect(),
        }),
    }
}

fn written(permissions: &[Permission]) -> Vec<String> {
    permissions.iter().map(ToString::to_string).collect()
}

fn retired(retired: &Retired) -> RetiredView {
    RetiredView {
        was: retired.was.clone(),
        api: retired.api.clone(),
        now: written(&retired.now),
        why: text(&retired.why),
        still: retired.still.as_ref().map(text),
    }
}

fn step(step: &Step) -> StepView {
    let names = |kinds: &[vincula_core::value::ValueKind]| {
        kinds.iter().map(|kind| kind.as_str().to_owned()).collect()
    };
    StepView {
        id: step.id.clone(),
        minutes: step.minutes,
        task: text(&step.task),
        title: text(&step.title),
        lead: text(&step.lead),
        place: text(&step.place),
        actions: step.actions.iter().map(text).collect(),
        result: text(&step.result),
        warning: step.warning.as_ref().map(text),
        symptoms: step
            .symptoms
            .iter()
            .map(|symptom| SymptomView {
                says: text(&symptom.says),
                fix: text(&symptom.fix),
                goes_to: symptom.goes_to.clone(),
            })
            .collect(),
        scene: match &step.scene {
            Scene::Drawn(name) => SceneView::Drawn { name: name.clone() },
            Scene::Image(scene) => SceneView::Image { image: image(scene) },
        },
        opens_portal: step.portal.is_some(),
        asks: names(&step.asks),
        gives: names(&step.gives),
        proves: step.kind == StepKind::Prove,
        approves: step.kind == StepKind::Approve,
        grants: step.portal == Some(PortalPage::ApiPermissions),
    }
}

/// The whole image in its address: the page may load nothing from elsewhere.
fn image(scene: &SceneImage) -> ImageView {
    let (kind, data) = (scene.image.kind.media_type(), STANDARD.encode(&scene.image.bytes));
    ImageView {
        address: format!("data:{kind};base64,{data}"),
        alt: text(&scene.alt),
        callouts: scene
            .callouts
            .iter()
            .map(|callout| CalloutView {
                line: callout.line,
                x: callout.x,
                y: callout.y,
            })
            .collect(),
    }
}

fn text(text: &Localized) -> TextView {
    let in_each = |language: Language| (language.code().to_owned(), text.get(language).to_owned());
    TextView(Language::ALL.into_iter().map(in_each).collect())
}
