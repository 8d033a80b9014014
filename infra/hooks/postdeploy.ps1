#Requires -Version 7.2
# Makes the event subscriptions, once the functions that they deliver to are there. Run by azd after a deployment, with what main.bicep
# puts out as environment variables. Can be repeated.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# What az returns is looked at where it is called.
$PSNativeCommandUseErrorActionPreference = $false

foreach ($variable in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'FUNCTION_APP_NAME', 'EVENT_TOPIC_NAME', 'STORAGE_ACCOUNT_NAME', 'DEAD_LETTER_CONTAINER') {
    if (-not [Environment]::GetEnvironmentVariable($variable)) {
        throw "$variable is not set: run this through azd, or set what main.bicep puts out."
    }
}

az account show --subscription $env:AZURE_SUBSCRIPTION_ID --output none
if ($LASTEXITCODE -ne 0) {
    throw "The Azure CLI is not signed in to subscription $env:AZURE_SUBSCRIPTION_ID`: run 'az login', then 'azd hooks run postdeploy --cwd infra'."
}

# The platform learns of new functions a moment after the package is there: 20 looks, 15 seconds apart.
foreach ($name in 'IncomingCall', 'ServiceEvents') {
    for ($looks = 1; ; $looks++) {
        $problem = az functionapp function show --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP `
            --name $env:FUNCTION_APP_NAME --function-name $name --output none 2>&1
        if ($LASTEXITCODE -eq 0) { break }
        if ($looks -ge 20) {
            throw "The app $env:FUNCTION_APP_NAME has no function $name`: no event subscription was made. $problem"
        }
        Start-Sleep -Seconds 15
    }
}

az deployment group create `
    --subscription $env:AZURE_SUBSCRIPTION_ID `
    --resource-group $env:AZURE_RESOURCE_GROUP `
    --name callflows-events `
    --template-file (Join-Path $PSScriptRoot '..' 'events.bicep') `
    --parameters `
        "topicName=$env:EVENT_TOPIC_NAME" `
        "functionAppName=$env:FUNCTION_APP_NAME" `
        "storageAccountName=$env:STORAGE_ACCOUNT_NAME" `
        "deadLetterContainer=$env:DEAD_LETTER_CONTAINER" `
    --output none
if ($LASTEXITCODE -ne 0) {
    throw 'The event subscriptions could not be made.'
}
