targetScope = 'subscription'

metadata name = 'CallFlows on Azure Functions'
metadata description = 'Everything that the Functions app needs, but for the phone number and the event subscriptions (events.bicep).'

// Names, places, tags

@description('Name of the environment, such as "dev". Names the resource group and, hashed, every resource in it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Azure region of all resources that have one. It must offer Functions on Flex Consumption and the Durable Task Scheduler.')
@minLength(1)
@maxLength(64)
@metadata({ azd: { type: 'location' } })
param location string

@description('Name of the resource group that is made. Empty: rg-<environmentName>.')
@maxLength(90)
param resourceGroupName string = ''

@description('Tags that every resource gets besides azd-env-name.')
param tags object = {}

// The app

@description('Absolute https address at which Communication Services reaches the app. Empty: the host name that Azure gives. Set it when the app has a domain of its own.')
@maxLength(1024)
param publicUrl string = ''

@description('Most instances that the app scales out to. 1 to 1000. Older documents say that the lowest is 40.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Memory of an instance in MB. Processors come in proportion.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Requests that one instance takes at once. 1 to 1000; 0 leaves it to the platform, which goes by the memory.')
@minValue(0)
@maxValue(1000)
param httpPerInstanceConcurrency int = 0

@description('Always-ready instances for HTTP functions, which callbacks of calls go to. 0 to 1000. Each one costs all the time.')
@minValue(0)
@maxValue(1000)
param alwaysReadyHttp int = 0

@description('Always-ready instances for orchestrations and activities. 0 to 1000. Each one costs all the time.')
@minValue(0)
@maxValue(1000)
param alwaysReadyDurable int = 0

@description('Always-ready instances for the function that answers calls: a cold start is heard by the caller as ringing. 0 to 1000. Each one costs all the time.')
@minValue(0)
@maxValue(1000)
param alwaysReadyIncomingCall int = 0

// The scheduler

@description('How the Durable Task Scheduler is paid: by actions (Consumption) or by capacity units (Dedicated).')
@allowed([
  'Consumption'
  'Dedicated'
])
param schedulerSku string = 'Consumption'

@description('Capacity units of a Dedicated scheduler, 1 to 3. Three make it redundant. Without meaning for Consumption.')
@minValue(1)
@maxValue(3)
param schedulerCapacity int = 1

@description('IP ranges in CIDR form that may reach the scheduler. The default lets everyone try; they still need a role.')
@minLength(1)
param schedulerIpAllowList string[] = [
  '0.0.0.0/0'
]

@description('Days after which finished flows are removed from the scheduler. 1 to 90; a Consumption scheduler keeps them for 30 at most.')
@minValue(1)
@maxValue(90)
param historyRetentionDays int = 30

@description('Object id of a person or group that may read the scheduler\'s dashboard. Empty: nobody but those whom somebody else gives a role.')
@maxLength(36)
param operatorPrincipalId string = ''

@description('What operatorPrincipalId is.')
@allowed([
  'Group'
  'User'
])
param operatorPrincipalType string = 'User'

// Calls

@description('Where Communication Services keeps data at rest: a geography such as "Europe" or "United States". Can\'t be changed later.')
@minLength(2)
@maxLength(64)
param dataLocation string = 'Europe'

@description('Whether Communication Services refuses its access keys, so that only Entra identities get in.')
param disableCommunicationKeys bool = true

@description('Whether an Azure AI resource is made for spoken texts and speech recognition.')
param enableSpeech bool = false

// The callback key

@description('Random text of at least 43 letters and digits that the callback key is made of, the first time only: later values are ignored.')
@secure()
@minLength(43)
@maxLength(256)
param callbackKeySeed string

@description('Whether nobody can purge the vault before its soft-deletion period is over. Can\'t be taken back.')
param enablePurgeProtection bool = false

// What is kept, and who hears of trouble

@description('Days that events which could not be delivered are kept. They hold phone numbers. 1 to 365.')
@minValue(1)
@maxValue(365)
param deadLetterRetentionDays int = 14

@description('Days that logs and traces are kept. 30 to 730.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most GB of logs taken in a day; what comes after is lost until the next one. -1 for no cap.')
@minValue(-1)
@maxValue(4000)
param logDailyCapGb int = 5

@description('E-mail address that is told when events of calls are dead-lettered or dropped. Empty: no alerts are made.')
@maxLength(254)
param alertEmail string = ''

// The samples

@description('Number that the clinic of the samples is called at, in E.164, such as +14255550100; empty for a made-up one. Without meaning for flows of your own.')
@maxLength(16)
param sampleClinicNumber string = ''

@description('Phone of the one patient of the samples, in E.164: the sample answers nobody else. Empty for none.')
@maxLength(16)
param samplePatientNumber string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var allTags = union(tags, { 'azd-env-name': environmentName })
var deploymentContainer = 'app-package'
var deadLetterContainer = 'dead-letters'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: empty(resourceGroupName) ? 'rg-${environmentName}' : resourceGroupName
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    componentName: 'appi-${token}'
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: allTags
    deploymentContainer: deploymentContainer
    deadLetterContainer: deadLetterContainer
    deadLetterRetentionDays: deadLetterRetentionDays
  }
}

module scheduler 'modules/scheduler.bicep' = {
  name: 'scheduler'
  scope: group
  params: {
    name: 'dts-${token}'
    location: location
    tags: allTags
    sku: schedulerSku
    capacity: schedulerCapacity
    ipAllowList: schedulerIpAllowList
    taskHub: 'callflows'
    retentionDays: historyRetentionDays
  }
}

module communication 'modules/communication.bicep' = {
  name: 'communication'
  scope: group
  params: {
    name: 'acs-${token}'
    topicName: 'evgt-${token}'
    tags: allTags
    dataLocation: dataLocation
    disableAccessKeys: disableCommunicationKeys
  }
}

module speech 'modules/speech.bicep' = if (enableSpeech) {
  name: 'speech'
  scope: group
  params: {
    name: 'ais-${token}'
    location: location
    tags: allTags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: allTags
    callbackKeySeed: callbackKeySeed
    enablePurgeProtection: enablePurgeProtection
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    communicationPrincipalId: communication.outputs.principalId
    topicPrincipalId: communication.outputs.topicPrincipalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
    storageName: storage.outputs.name
    deadLetterContainer: deadLetterContainer
    schedulerName: scheduler.outputs.name
    taskHub: scheduler.outputs.taskHub
    communicationName: communication.outputs.name
    componentName: monitoring.outputs.componentName
    vaultName: vault.outputs.name
    callbackKeyName: vault.outputs.callbackKeyName
    speechName: enableSpeech ? speech!.outputs.name : ''
  }
}

module app 'modules/functionapp.bicep' = {
  name: 'app'
  scope: group
  // The app reads its package, its host's state and its key as it starts: it may do so before it is made.
  dependsOn: [
    roles
  ]
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    httpPerInstanceConcurrency: httpPerInstanceConcurrency
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyIncomingCall: alwaysReadyIncomingCall
    blobEndpoint: storage.outputs.blobEndpoint
    deploymentContainer: deploymentContainer
    componentName: monitoring.outputs.componentName
    schedulerEndpoint: scheduler.outputs.endpoint
    taskHub: scheduler.outputs.taskHub
    publicUrl: publicUrl
    communicationEndpoint: communication.outputs.endpoint
    communicationImmutableId: communication.outputs.immutableId
    callbackKeyUri: vault.outputs.callbackKeyUri
    speechEndpoint: enableSpeech ? speech!.outputs.endpoint : ''
    sampleClinicNumber: sampleClinicNumber
    samplePatientNumber: samplePatientNumber
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  scope: group
  params: {
    groupName: 'ag-${token}'
    topicName: communication.outputs.topicName
    tags: allTags
    email: alertEmail
  }
}

@description('The region, for azd.')
output AZURE_LOCATION string = location

@description('The resource group, for azd and the postdeploy hook.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The Functions app, for the postdeploy hook.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('Where the app answers.')
output PUBLIC_URL string = app.outputs.publicUrl

@description('The communication resource, which a phone number is bought in.')
output COMMUNICATION_NAME string = communication.outputs.name

@description('The system topic that the event subscriptions hang on, for the postdeploy hook.')
output EVENT_TOPIC_NAME string = communication.outputs.topicName

@description('The storage account with the dead letters, for the postdeploy hook.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('The container with the dead letters, for the postdeploy hook.')
output DEAD_LETTER_CONTAINER string = deadLetterContainer
