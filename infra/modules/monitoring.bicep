metadata description = 'Logs and traces: a Log Analytics workspace, and Application Insights upon it.'

@description('Name of the workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

@description('Name of the Application Insights component.')
@minLength(1)
@maxLength(260)
param componentName string

@description('Azure region.')
@minLength(1)
param location string

@description('Tags.')
param tags object

@description('Days that data is kept. 30 to 730.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Most GB taken in a day. -1 for no cap.')
@minValue(-1)
@maxValue(4000)
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      disableLocalAuth: true
    }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: componentName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Telemetry is taken from Entra identities alone, so the key in the connection string opens nothing.
    DisableLocalAuth: true
  }
}

@description('Name of the Application Insights component.')
output componentName string = component.name
