metadata description = 'The Durable Task Scheduler that keeps the state of flows, with one task hub.'

@description('Name of the scheduler: letters, digits and dashes.')
@minLength(3)
@maxLength(64)
param name string

@description('Azure region.')
@minLength(1)
param location string

@description('Tags.')
param tags object

@description('How it is paid.')
@allowed([
  'Consumption'
  'Dedicated'
])
param sku string

@description('Capacity units when Dedicated. 1 to 3.')
@minValue(1)
@maxValue(3)
param capacity int

@description('IP ranges in CIDR form that may reach it.')
@minLength(1)
param ipAllowList string[]

@description('Name of the task hub: letters, digits and dashes.')
@minLength(3)
@maxLength(64)
param taskHub string

@description('Days after which finished flows are removed. 1 to 90.')
@minValue(1)
@maxValue(90)
param retentionDays int

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: ipAllowList
    sku: sku == 'Dedicated' ? { name: sku, capacity: capacity } : { name: sku }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHub
}

// Without a state, the policy is for every state that ends a flow.
resource retention 'Microsoft.DurableTask/schedulers/retentionPolicies@2026-02-01' = {
  parent: scheduler
  name: 'default'
  properties: {
    retentionPolicies: [
      {
        retentionPeriodInDays: retentionDays
      }
    ]
  }
}

@description('Name of the scheduler.')
output name string = scheduler.name

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint

@description('Name of the task hub.')
output taskHub string = hub.name
