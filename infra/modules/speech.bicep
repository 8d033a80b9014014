metadata description = 'The Azure AI resource with which Communication Services speaks and listens.'

@description('Name of the resource, and of its subdomain.')
@minLength(2)
@maxLength(64)
param name string

@description('Azure region.')
@minLength(1)
param location string

@description('Tags.')
param tags object

resource account 'Microsoft.CognitiveServices/accounts@2026-07-01' = {
  name: name
  location: location
  tags: tags
  // The multi-service kind, which Call Automation's guide on AI services asks for.
  kind: 'CognitiveServices'
  sku: {
    name: 'S0'
  }
  properties: {
    // Signing in with an identity needs a subdomain of its own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

@description('Name of the resource.')
output name string = account.name

@description('Https address of the resource.')
output endpoint string = account.properties.endpoint
