metadata description = 'The Functions app on Flex Consumption, and its settings.'

@description('Name of the app, and the first part of its host name.')
@minLength(2)
@maxLength(60)
param name string

@description('Name of the plan, which holds this one app.')
@minLength(1)
@maxLength(60)
param planName string

@description('Azure region.')
@minLength(1)
param location string

@description('Tags.')
param tags object

@description('Resource id of the identity that the app has.')
@minLength(1)
param identityId string

@description('Client id of that identity.')
@minLength(36)
@maxLength(36)
param identityClientId string

@description('Most instances. 1 to 1000.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('Requests that one instance takes at once. 0 leaves it to the platform.')
@minValue(0)
@maxValue(1000)
param httpPerInstanceConcurrency int

@description('Always-ready instances for HTTP functions. 0 to 1000.')
@minValue(0)
@maxValue(1000)
param alwaysReadyHttp int

@description('Always-ready instances for orchestrations and activities. 0 to 1000.')
@minValue(0)
@maxValue(1000)
param alwaysReadyDurable int

@description('Always-ready instances for the function that answers calls. 0 to 1000.')
@minValue(0)
@maxValue(1000)
param alwaysReadyIncomingCall int

@description('Https address of the blob service, with a slash at its end.')
@minLength(1)
param blobEndpoint string

@description('Container of the app\'s package.')
@minLength(3)
@maxLength(63)
param deploymentContainer string

@description('Name of the Application Insights component.')
@minLength(1)
@maxLength(260)
param componentName string

@description('Address of the Durable Task Scheduler.')
@minLength(1)
param schedulerEndpoint string

@description('Name of the task hub.')
@minLength(3)
@maxLength(64)
param taskHub string

@description('Https address at which the service reaches the app. Empty for its own host name.')
@maxLength(1024)
param publicUrl string

@description('Https address of the communication resource.')
@minLength(1)
param communicationEndpoint string

@description('The id that tokens of callbacks are meant for.')
@minLength(1)
param communicationImmutableId string

@description('Https address of the secret with the callback key.')
@minLength(1)
param callbackKeyUri string

@description('Https address of the AI resource. Empty for no speech.')
@maxLength(1024)
param speechEndpoint string

@description('Number that the clinic of the samples is called at, in E.164; empty for a made-up one.')
@maxLength(16)
param sampleClinicNumber string

@description('Phone of the one patient of the samples, in E.164; empty for none.')
@maxLength(16)
param samplePatientNumber string

// The groups in which Flex Consumption scales: HTTP functions share instances, so do those of Durable Functions, and every other
// function has its own.
var alwaysReady = filter(
  [
    { name: 'http', instanceCount: alwaysReadyHttp }
    { name: 'durable', instanceCount: alwaysReadyDurable }
    { name: 'function:IncomingCall', instanceCount: alwaysReadyIncomingCall }
  ],
  group => group.instanceCount > 0
)

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app of the service "functions" in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReady
        triggers: httpPerInstanceConcurrency > 0
          ? { http: { perInstanceConcurrency: httpPerInstanceConcurrency } }
          : null
      }
    }
  }

  // Packages come with an Entra token: no user name and password publish anything.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

var appUrl = empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl

// Apart from the app, since its own host name is among them. Flex Consumption takes the runtime, its version and the package from
// functionAppConfig: FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION, WEBSITE_RUN_FROM_PACKAGE and their like don't belong here.
resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
      AzureWebJobsStorage__blobServiceUri: blobEndpoint
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      CallAutomation__Gateway: 'Sdk'
      CallFlows__CallbackKey: '@Microsoft.KeyVault(SecretUri=${callbackKeyUri})'
      CallFlows__Endpoint: communicationEndpoint
      CallFlows__Jwt__Audience: communicationImmutableId
      CallFlows__ManagedIdentityClientId: identityClientId
      CallFlows__PublicUrl: appUrl
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      TASKHUB_NAME: taskHub
    },
    empty(speechEndpoint) ? {} : { CallFlows__CognitiveServicesEndpoint: speechEndpoint },
    empty(sampleClinicNumber) ? {} : { Samples__ClinicNumber: sampleClinicNumber },
    empty(samplePatientNumber) ? {} : { Samples__PatientNumber: samplePatientNumber }
  )
}

@description('Name of the app.')
output name string = app.name

@description('Where the app answers.')
output publicUrl string = appUrl
