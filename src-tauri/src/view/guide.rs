//! A guide, as the page shows it.

use crate::wire::{
    CalloutView, GuideView, HandOverFieldView, ImageView, SceneView, StepView, SymptomView, TextView,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vincula_core::guide::{self, Guide, Localized, Scene, SceneImage, Step, StepKind};
use vincula_core::text::Language;

pub(crate) fn guide(guide: &Guide) -> GuideView {
    GuideView {
        id: guide.id.clone(),
        is_added: guide::added().iter().any(|added| added.id == guide.id),
        name: text(&guide.name),
        summary: text(&guide.summary),
        erp_name: guide.erp.name.clone(),
        erp_place: text(&guide.erp.place),
        erp_address_example: guide.erp.address_example.clone(),
        app_name: text(&guide.registration.app_name),
        minutes: guide.steps.iter().map(|step| u16::from(step.minutes)).sum(),
        permissions: guide
            .registration
            .delegated_permissions
            .iter()
            .map(ToString::to_string)
            .collect(),
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
        check_list: guide.check_list.iter().map(text).collect(),
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
