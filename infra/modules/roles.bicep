metadata description = 'Every role assignment there is, each on the smallest thing that will do.'

@description('Object id of the app\'s identity.')
@minLength(36)
@maxLength(36)
param appPrincipalId string

@description('Object id of the communication resource\'s identity.')
@minLength(36)
@maxLength(36)
param communicationPrincipalId string

@description('Object id of the system topic\'s identity.')
@minLength(36)
@maxLength(36)
param topicPrincipalId string

@description('Object id of who may read the scheduler\'s dashboard. Empty for nobody.')
@maxLength(36)
param operatorPrincipalId string

@description('What operatorPrincipalId is.')
@allowed([
  'Group'
  'User'
])
param operatorPrincipalType string

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param storageName string

@description('Container of events that could not be delivered.')
@minLength(3)
@maxLength(63)
param deadLetterContainer string

@description('Name of the scheduler.')
@minLength(3)
@maxLength(64)
param schedulerName string

@description('Name of the task hub.')
@minLength(3)
@maxLength(64)
param taskHub string

@description('Name of the communication resource.')
@minLength(1)
@maxLength(63)
param communicationName string

@description('Name of the Application Insights component.')
@minLength(1)
@maxLength(260)
param componentName string

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Name of the secret with the callback key.')
@minLength(1)
@maxLength(127)
param callbackKeyName string

@description('Name of the AI resource. Empty for none.')
@maxLength(64)
param speechName string

// Ids of built-in roles, the same in every tenant.
var roles = {
  cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908'
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  durableTaskDataReader: 'd6a5505f-6ebb-45a4-896e-ac8274cfc0ac'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
}

resource storage 'Microsoft.Storage/storageAccounts@2026-04-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: deadLetterContainer
    }
  }
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = {
  name: schedulerName

  resource hub 'taskHubs' existing = {
    name: taskHub
  }
}

resource communication 'Microsoft.Communication/communicationServices@2026-03-18' existing = {
  name: communicationName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName

  resource callbackKey 'secrets' existing = {
    name: callbackKeyName
  }
}

resource speech 'Microsoft.CognitiveServices/accounts@2026-07-01' existing = {
  // Names are looked at even where nothing is made.
  name: empty(speechName) ? 'none' : speechName
}

// The Functions host keeps its leases and keys in blobs, makes containers of its own as it needs them, and reads the app's package:
// the least that it is documented to work with is owner of the account's blobs. Queues and tables are not needed with the scheduler.
resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, appPrincipalId, roles.storageBlobDataOwner)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The app both runs flows and starts, signals, ends and purges them; the worker's role covers only the first. One hub, not the scheduler.
resource appFlows 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::hub.id, appPrincipalId, roles.durableTaskDataContributor)
  scope: scheduler::hub
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Communication Services has one built-in role that lets an identity use its data plane. It is more than calls need: see the README.
resource appCalls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, appPrincipalId, roles.communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.communicationAndEmailServiceOwner
    )
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The app sends telemetry as itself, since keys are refused. It can't read any.
resource appTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, appPrincipalId, roles.monitoringMetricsPublisher)
  scope: component
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The app's setting refers to this one secret: it may read no other, and write none.
resource appCallbackKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::callbackKey.id, appPrincipalId, roles.keyVaultSecretsUser)
  scope: vault::callbackKey
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Event Grid writes events that it can't deliver into this one container.
resource topicDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::deadLetters.id, topicPrincipalId, roles.storageBlobDataContributor)
  scope: storage::blobs::deadLetters
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Communication Services speaks and listens with the AI resource; the app itself never calls it.
resource communicationSpeech 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(speechName)) {
  name: guid(speech.id, communicationPrincipalId, roles.cognitiveServicesUser)
  scope: speech
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.cognitiveServicesUser)
    principalId: communicationPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Whoever runs the app may look at flows in the dashboard, and change none.
resource operatorFlows 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  name: guid(scheduler::hub.id, operatorPrincipalId, roles.durableTaskDataReader)
  scope: scheduler::hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataReader)
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
  }
}
