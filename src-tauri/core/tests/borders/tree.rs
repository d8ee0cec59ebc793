//! Who depends on whom, as cargo itself resolves it.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::process::Command;

/// The crates by name, with the names that each needs to run.
pub(crate) struct Tree {
    needs: BTreeMap<String, BTreeSet<String>>,
    metadata: Option<Metadata>,
}

impl Tree {
    /// The workspace at `root`, as it is built on this machine.
    pub(crate) fn of(root: &Path) -> Self {
        let metadata = MetadataCommand::new()
            .manifest_path(root.join("Cargo.toml"))
            .other_options(vec!["--filter-platform".to_owned(), host()])
            .exec()
            .unwrap();
        let names: BTreeMap<_, _> = metadata
            .packages
            .iter()
            .map(|p| (p.id.clone(), p.name.to_string()))
            .collect();
        let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in &metadata.resolve.as_ref().unwrap().nodes {
            let normal = node.deps.iter().filter(|dep| {
                dep.dep_kinds
                    .iter()
                    .any(|kind| kind.kind == DependencyKind::Normal)
            });
            needs
                .entry(names[&node.id].clone())
                .or_default()
                .extend(normal.map(|dep| names[&dep.pkg].clone()));
        }
        Self {
            needs,
            metadata: Some(metadata),
        }
    }

    /// One package as it is when nothing else is built with it: other packages add no features.
    pub(crate) fn alone(root: &Path, package: &str) -> Self {
        let output = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
            .args([
                "tree", "--locked", "--edges", "normal", "--prefix", "depth", "--format", " {p}",
            ])
            .args(["--package", package])
            .current_dir(root)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = String::from_utf8(output.stdout).unwrap();
        let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut way: Vec<String> = Vec::new();
        for line in text.lines() {
            let mut words = line.split_whitespace();
            let depth: usize = words.next().unwrap().parse().unwrap();
            let name = words.next().unwrap().to_owned();
            way.truncate(depth);
            if let Some(above) = way.last() {
                needs.get_mut(above).unwrap().insert(name.clone());
            }
            needs.entry(name.clone()).or_default();
            way.push(name);
        }
        Self {
            needs,
            metadata: None,
        }
    }

    /// A tree made up for a test.
    pub(crate) fn from_edges(edges: &[(&str, &str)]) -> Self {
        let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in edges {
            needs
                .entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned());
        }
        Self {
            needs,
            metadata: None,
        }
    }

    /// The crates below `start` that match a pattern, each with the shortest way to it.
    pub(crate) fn forbidden_below(&self, start: &str, patterns: &[&str]) -> Vec<String> {
        assert!(self.needs.contains_key(start), "there is no crate {start}");
        let mut seen = BTreeSet::from([start.to_owned()]);
        let mut queue = VecDeque::from([vec![start.to_owned()]]);
        let mut found = Vec::new();
        while let Some(way) = queue.pop_front() {
            for next in way
                .last()
                .and_then(|last| self.needs.get(last))
                .into_iter()
                .flatten()
            {
                if seen.insert(next.clone()) {
                    let way = [way.clone(), vec![next.clone()]].concat();
                    if patterns.iter().any(|pattern| matches(next, pattern)) {
                        found.push(way.join(" → "));
                    }
                    queue.push_back(way);
                }
            }
        }
        found
    }

    /// The crates matching `pattern` that `name`'s manifest asks for; with `dev`, those of its tests too.
    pub(crate) fn direct(&self, name: &str, pattern: &str, dev: bool) -> Vec<String> {
        let wanted =
            self.package(name).dependencies.iter().filter(|dep| {
                matches(&dep.name, pattern) && (dev || dep.kind != DependencyKind::Development)
            });
        wanted
            .map(|dep| dep.name.clone())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// With which features `name` asks for `wanted`: whether with the default ones, and which others.
    pub(crate) fn wishes(&self, name: &str, wanted: &str) -> (bool, Vec<String>) {
        let dep = self
            .package(name)
            .dependencies
            .iter()
            .find(|dep| dep.name == wanted)
            .unwrap();
        let mut features = dep.features.clone();
        features.sort();
        (dep.uses_default_features, features)
    }

    fn package(&self, name: &str) -> &cargo_metadata::Package {
        let packages = &self.metadata.as_ref().unwrap().packages;
        packages
            .iter()
            .find(|package| package.name.as_str() == name)
            .unwrap()
    }
}

fn matches(name: &str, pattern: &str) -> bool {
    pattern
        .strip_suffix('*')
        .map_or(name == pattern, |start| name.starts_with(start))
}

/// The platform that this machine builds for: crates of other platforms may not even be downloaded.
fn host() -> String {
    let output = Command::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()))
        .arg("-vV")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap()
        .to_owned()
}
