#: about
#: changes
#: nothing-deleted

#: block
& {
  #: strict
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $PSNativeCommandUseErrorActionPreference = $false

  #: values
  $name = @{name}
  $redirect = @{redirect}
  $audience = @{audience}
  $expectedTenant = @{tenant}
  #: graph
  $graph = '00000003-0000-0000-c000-000000000000'
  #: permissions
  $permissions = @(
    @{permission-ids}
  )
  #: scopes
  $scopes = @(
    @{scopes}
  )

  #: folder
  $work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
  $null = New-Item -ItemType Directory -Path $work
  $errorFile = Join-Path $work 'error'
  $told = @{ Yes = $false }
  #: stop
  function Stop-Here([string[]] $Sentences) {
    $told.Yes = $true
    throw [OperationCanceledException]::new($Sentences -join "`n")
  }
  #: stop-az
  function Stop-Az([string[]] $Sentences) {
    $words = Get-AzError
    if ($words) {
      Write-Host ''
      Write-Host @{microsoft-says}
      Write-Host $words
    }
    Stop-Here $Sentences
  }
  function Get-AzError {
    if (Test-Path -LiteralPath $errorFile) { Get-Content -LiteralPath $errorFile -Raw }
  }
  #: run
  function Invoke-Az([string[]] $Words) {
    & az @Words --only-show-errors 2> $errorFile
  }

  try {
    #: signed-in
    if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
      Stop-Here @{no-az}, @{no-az-do}
    }
    $tenant = Invoke-Az 'account', 'show', '--query', 'tenantId', '--output', 'tsv'
    if ($LASTEXITCODE -ne 0) { Stop-Az @{signed-out}, @{signed-out-do} }
    #: tenant
    if ($expectedTenant -and $tenant -ne $expectedTenant) {
      Stop-Here @{other-tenant}, "  $tenant", @{other-tenant-do}, "  az login --tenant $expectedTenant"
    }

    #: look
    $found = @(Invoke-Az 'ad', 'app', 'list', '--filter', "displayName eq '$name'",
      '--query', '[].[appId, createdDateTime]', '--output', 'tsv')
    if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-look}, @{cannot-look-do} }
    $app = ''
    if ($found.Count -gt 0) {
      Write-Host ''
      Write-Host @{same-name}
      Write-Host "  $name"
      $found | ForEach-Object { Write-Host "  $_" }
      #: several
      if ($found.Count -gt 1) { Stop-Here @{several}, @{several-do} }
      #: ask
      if ([Console]::IsInputRedirected) { Stop-Here @{nobody}, @{nobody-do} }
      Write-Host @{ask}
      $answer = Read-Host @{ask-prompt}
      if ($answer -notmatch '^[sSyY]') { Stop-Here @{refused}, @{refused-do} }
      $app = ($found[0] -split "`t")[0]
    }

    $isNew = -not $app
    if ($isNew) {
      #: permissions-file
      $access = @($permissions | ForEach-Object { @{ id = $_; type = 'Scope' } })
      $file = Join-Path $work 'permissions.json'
      ConvertTo-Json -Depth 5 -InputObject @(@{ resourceAppId = $graph; resourceAccess = $access }) |
        Set-Content -LiteralPath $file
      #: create
      Write-Host @{creating}
      $app = Invoke-Az 'ad', 'app', 'create', '--display-name', $name, '--sign-in-audience', $audience,
        '--requested-access-token-version', '2', '--web-redirect-uris', $redirect,
        '--required-resource-accesses', "@$file", '--query', 'appId', '--output', 'tsv'
      if ($LASTEXITCODE -ne 0) {
        #: no-right
        if ((Get-AzError) -match 'insufficient privileges|Directory permission') {
          Stop-Az @{no-right}, @{no-right-do}
        }
        Stop-Az @{cannot-create}, @{cannot-create-do}
      }
    } else {
      Write-Host @{completing}
      #: add-redirect
      $uris = @(Invoke-Az 'ad', 'app', 'show', '--id', $app, '--query', 'web.redirectUris[]', '--output', 'tsv')
      if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-change}, @{cannot-change-do} }
      if ($uris -cnotcontains $redirect) {
        Invoke-Az (@('ad', 'app', 'update', '--id', $app, '--web-redirect-uris') + $uris + $redirect)
        if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-change}, @{cannot-change-do} }
      }
      #: add-permissions
      $asked = @(Invoke-Az 'ad', 'app', 'show', '--id', $app, '--output', 'tsv',
        '--query', "requiredResourceAccess[?resourceAppId=='$graph'].resourceAccess[].id")
      if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-change}, @{cannot-change-do} }
      $missing = @($permissions | Where-Object { $asked -notcontains $_ } | ForEach-Object { "$_=Scope" })
      if ($missing.Count -gt 0) {
        Invoke-Az (@('ad', 'app', 'permission', 'add', '--id', $app, '--api', $graph, '--api-permissions') + $missing)
        if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-change}, @{cannot-change-do} }
      }
      #: other-audience
      $now = Invoke-Az 'ad', 'app', 'show', '--id', $app, '--query', 'signInAudience', '--output', 'tsv'
      if ($LASTEXITCODE -ne 0) { Stop-Az @{cannot-change}, @{cannot-change-do} }
      if ($now -ne $audience) {
        Write-Host @{other-audience}
        Write-Host @{other-audience-do}
      }
    }
    #: id-check
    if ($app -notmatch '^[0-9A-Fa-f-]{36}$') { Stop-Az @{no-id}, @{no-id-do} }

    #: principal
    $principal = $false
    foreach ($attempt in 1..6) {
      Invoke-Az 'ad', 'sp', 'show', '--id', $app, '--output', 'none'
      if ($LASTEXITCODE -ne 0) { Invoke-Az 'ad', 'sp', 'create', '--id', $app, '--output', 'none' }
      if ($LASTEXITCODE -eq 0) { $principal = $true; break }
      if ($attempt -lt 6) { Start-Sleep -Seconds 5 }
    }

    #: consent
    $consent = $false
    $grants = @()
    if ($principal -and -not $isNew) {
      #: keep-grants
      $grants = @(Invoke-Az 'ad', 'app', 'permission', 'list-grants', '--id', $app, '--query', '[].id', '--output', 'tsv')
      if ($LASTEXITCODE -ne 0) { $grants = @('unknown') }
      $granted = (Invoke-Az 'ad', 'app', 'permission', 'list-grants', '--id', $app, '--output', 'tsv',
        '--query', "[?consentType=='AllPrincipals'].scope") -split '\s+'
      $consent = @($scopes | Where-Object { $granted -cnotcontains $_ }).Count -eq 0
    }
    if (-not $consent -and $principal -and $grants.Count -eq 0) {
      Invoke-Az (@('ad', 'app', 'permission', 'grant', '--id', $app, '--api', $graph, '--output', 'none', '--scope') + $scopes)
      $consent = $LASTEXITCODE -eq 0
    }
    if (-not $consent) {
      Write-Host ''
      Write-Host @{no-consent}
      Write-Host @{no-consent-do}
      Write-Host "  https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/$app/isMSAApp~/false"
    }

    #: secret
    $secret = ''
    $expires = ''
    :terms foreach ($days in 730, 365, 180, 90) {
      $expires = [DateTime]::UtcNow.AddDays($days).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
      #: append
      foreach ($attempt in 1..3) {
        $secret = Invoke-Az 'ad', 'app', 'credential', 'reset', '--id', $app, '--append', '--display-name', $name,
          '--end-date', $expires, '--query', 'password', '--output', 'tsv'
        if ($LASTEXITCODE -eq 0) { break terms }
        $secret = ''
        #: not-yet
        if ((Get-AzError) -notmatch 'does not exist|ResourceNotFound') { break }
        Start-Sleep -Seconds 5
      }
      #: shorter
      if ((Get-AzError) -notmatch 'CredentialInvalidLifetimeAsPerAppPolicy|Credential lifetime exceeds') { break }
      Write-Host @{shorter}
    }
    if (-not $secret) {
      if ((Get-AzError) -match 'AsPerAppPolicy|as per assigned policy') {
        Stop-Az @{no-secrets-allowed}, "  $app", @{no-secrets-allowed-do}
      }
      Stop-Az @{no-secret}, "  $app", @{no-secret-do}
    }

    #: print
    Write-Host ''
    Write-Host @{done}
    Write-Host @{done-do}
    Write-Host ''
    Write-Output @{begin}
    [ordered]@{ vincula = 1; clientId = $app; tenantId = $tenant; secret = $secret; expires = $expires } |
      ConvertTo-Json -Compress | Write-Output
    Write-Output @{end}
    Write-Host ''
    Write-Host @{afterwards}
  } catch {
    #: caught
    Write-Host ''
    Write-Host $_.Exception.Message
    if (-not $told.Yes) {
      Write-Host @{unexpected}
      Write-Host @{unexpected-do}
    }
    $global:LASTEXITCODE = 1
  } finally {
    #: finish
    Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
  }
}
