metadata description = 'The vault with the one secret there is: the key from which secrets in callback addresses are made.'

@description('Name of the vault: letters, digits and dashes.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
@minLength(1)
param location string

@description('Tags.')
param tags object

@description('Random text that the key is made of when there is none yet.')
@secure()
@minLength(43)
@maxLength(256)
param callbackKeySeed string

@description('Whether nobody can purge the vault early. Can\'t be taken back.')
param enablePurgeProtection bool

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    // The service refuses false: it can only be turned on, or left alone.
    enablePurgeProtection: enablePurgeProtection ? true : null
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

// A new key would orphan the calls in progress, whose addresses hold secrets of the old one: it is made once.
@onlyIfNotExists()
resource callbackKey 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: 'callback-key'
  properties: {
    contentType: 'base64'
    value: base64(callbackKeySeed)
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('Name of the secret.')
output callbackKeyName string = callbackKey.name

@description('Https address of the secret without a version, so that a renewed key is taken.')
output callbackKeyUri string = '${vault.properties.vaultUri}secrets/${callbackKey.name}'
