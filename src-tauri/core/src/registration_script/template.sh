#!/usr/bin/env bash
#: about
#: changes
#: nothing-deleted

#: subshell
(
#: strict
set -euo pipefail

#: values
name=@{name}
redirect=@{redirect}
audience=@{audience}
expected_tenant=@{tenant}
#: graph
graph='00000003-0000-0000-c000-000000000000'
#: permissions
permissions=(
  @{permission-ids}
)
#: scopes
scopes=(
  @{scopes}
)

told=no
work=''
#: say
say() { printf '%s\n' "$@" >&2; }
#: stop
stop() {
  told=yes
  say '' "$@"
  exit 1
}
#: stop-az
stop_az() {
  if [[ -s $work/error ]]; then
    say '' @{microsoft-says}
    cat -- "$work/error" >&2
  fi
  stop "$@"
}
#: finish
# shellcheck disable=SC2317
finish() {
  local code=$?
  rm -rf -- "$work"
  if [[ $code -ne 0 && $told == no ]]; then
    say '' @{unexpected} @{unexpected-do}
  fi
}
trap finish EXIT
#: folder
work=$(mktemp -d)
#: run
run_az() { az "$@" --only-show-errors </dev/null 2>"$work/error"; }

#: signed-in
command -v az >/dev/null || stop @{no-az} @{no-az-do}
tenant=$(run_az account show --query tenantId --output tsv) || stop_az @{signed-out} @{signed-out-do}
#: tenant
if [[ -n $expected_tenant && $tenant != "$expected_tenant" ]]; then
  stop @{other-tenant} "  $tenant" @{other-tenant-do} "  az login --tenant $expected_tenant"
fi

#: look
found=$(run_az ad app list --filter "displayName eq '$name'" --query '[].[appId, createdDateTime]' --output tsv) ||
  stop_az @{cannot-look} @{cannot-look-do}
app=''
if [[ -n $found ]]; then
  mapfile -t lines <<<"$found"
  say '' @{same-name} "  $name" '' "$found" ''
  #: several
  if [[ ${#lines[@]} -gt 1 ]]; then
    stop @{several} @{several-do}
  fi
  #: ask
  if [[ ! -t 0 ]]; then
    stop @{nobody} @{nobody-do}
  fi
  say @{ask}
  read -r -p @{ask-prompt} answer || answer=''
  case $answer in
    [sSyY]*) app=${lines[0]%%$'\t'*} ;;
    *) stop @{refused} @{refused-do} ;;
  esac
fi

if [[ -z $app ]]; then
  is_new=yes
  #: permissions-file
  access=''
  for id in "${permissions[@]}"; do
    access+="${access:+,}{\"id\":\"$id\",\"type\":\"Scope\"}"
  done
  printf '[{"resourceAppId":"%s","resourceAccess":[%s]}]\n' "$graph" "$access" >"$work/permissions.json"
  #: create
  say @{creating}
  app=$(run_az ad app create --display-name "$name" --sign-in-audience "$audience" \
    --requested-access-token-version 2 --web-redirect-uris "$redirect" \
    --required-resource-accesses "@$work/permissions.json" --query appId --output tsv) || {
    #: no-right
    if grep -qi -e 'insufficient privileges' -e 'Directory permission' "$work/error"; then
      stop_az @{no-right} @{no-right-do}
    fi
    stop_az @{cannot-create} @{cannot-create-do}
  }
else
  is_new=no
  say @{completing}
  #: add-redirect
  uris=$(run_az ad app show --id "$app" --query 'web.redirectUris[]' --output tsv) ||
    stop_az @{cannot-change} @{cannot-change-do}
  all=()
  if [[ -n $uris ]]; then
    mapfile -t all <<<"$uris"
  fi
  if ! grep -qxF -e "$redirect" <<<"$uris"; then
    run_az ad app update --id "$app" --web-redirect-uris "${all[@]}" "$redirect" ||
      stop_az @{cannot-change} @{cannot-change-do}
  fi
  #: add-permissions
  asked=$(run_az ad app show --id "$app" --output tsv \
    --query "requiredResourceAccess[?resourceAppId=='$graph'].resourceAccess[].id") ||
    stop_az @{cannot-change} @{cannot-change-do}
  missing=()
  for id in "${permissions[@]}"; do
    grep -qxF -e "$id" <<<"$asked" || missing+=("$id=Scope")
  done
  if [[ ${#missing[@]} -gt 0 ]]; then
    run_az ad app permission add --id "$app" --api "$graph" --api-permissions "${missing[@]}" ||
      stop_az @{cannot-change} @{cannot-change-do}
  fi
  #: other-audience
  now=$(run_az ad app show --id "$app" --query signInAudience --output tsv) ||
    stop_az @{cannot-change} @{cannot-change-do}
  if [[ $now != "$audience" ]]; then
    say @{other-audience} @{other-audience-do}
  fi
fi
#: id-check
if [[ ! $app =~ ^[0-9A-Fa-f-]{36}$ ]]; then
  stop_az @{no-id} @{no-id-do}
fi

#: principal
principal=no
for attempt in 1 2 3 4 5 6; do
  if run_az ad sp show --id "$app" --output none || run_az ad sp create --id "$app" --output none; then
    principal=yes
    break
  fi
  if [[ $attempt -lt 6 ]]; then
    sleep 5
  fi
done

#: consent
consent=no
grants=''
if [[ $is_new == no && $principal == yes ]]; then
  #: keep-grants
  grants=$(run_az ad app permission list-grants --id "$app" --query '[].id' --output tsv) || grants=unknown
  granted=$(run_az ad app permission list-grants --id "$app" --output tsv \
    --query "[?consentType=='AllPrincipals'].scope") || granted=''
  consent=yes
  for scope in "${scopes[@]}"; do
    [[ " ${granted//[[:space:]]/ } " == *" $scope "* ]] || consent=no
  done
fi
if [[ $consent == no && $principal == yes && -z $grants ]]; then
  if run_az ad app permission grant --id "$app" --api "$graph" --scope "${scopes[@]}" --output none; then
    consent=yes
  fi
fi
if [[ $consent == no ]]; then
  say '' @{no-consent} @{no-consent-do} \
    "  https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/$app/isMSAApp~/false"
fi

#: secret
secret=''
for days in 730 365 180 90; do
  expires=$(date -u -d "+$days days" +%Y-%m-%d)
  #: append
  for attempt in 1 2 3; do
    if secret=$(run_az ad app credential reset --id "$app" --append --display-name "$name" \
      --end-date "$expires" --query password --output tsv); then
      break 2
    fi
    secret=''
    #: not-yet
    grep -qi -e 'does not exist' -e 'ResourceNotFound' "$work/error" || break
    sleep 5
  done
  #: shorter
  grep -q -e 'CredentialInvalidLifetimeAsPerAppPolicy' -e 'Credential lifetime exceeds' "$work/error" || break
  say @{shorter}
done
if [[ -z $secret ]]; then
  if grep -qi -e 'AsPerAppPolicy' -e 'as per assigned policy' "$work/error"; then
    stop_az @{no-secrets-allowed} "  $app" @{no-secrets-allowed-do}
  fi
  stop_az @{no-secret} "  $app" @{no-secret-do}
fi

#: print
say '' @{done} @{done-do} ''
printf '%s\n' @{begin}
printf '{"vincula":1,"clientId":"%s","tenantId":"%s","secret":"%s","expires":"%s"}\n' \
  "$app" "$tenant" "$secret" "$expires"
printf '%s\n' @{end}
say '' @{afterwards}
)
