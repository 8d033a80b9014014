targetScope = 'resourceGroup'

metadata name = 'Event subscriptions of CallFlows'
metadata description = 'Deployed after the code: Event Grid refuses a destination function that does not exist.'

@description('Name of the system topic of the communication resource.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Name of the Functions app.')
@minLength(2)
@maxLength(60)
param functionAppName string

@description('Name of the storage account with the dead letters.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('Container of the dead letters.')
@minLength(3)
@maxLength(63)
param deadLetterContainer string

@description('Minutes for which a ringing call is delivered. 1 to 10, and more than 1 is no use: the caller is gone after about half a minute.')
@minValue(1)
@maxValue(10)
param incomingCallMinutes int = 1

@description('Attempts to deliver a ringing call, 1 to 10: at once, and again after about 10 and 30 seconds.')
@minValue(1)
@maxValue(10)
param incomingCallAttempts int = 3

@description('Minutes for which other events are delivered. 1 to 1440, which is a day.')
@minValue(1)
@maxValue(1440)
param serviceEventMinutes int = 1440

@description('Attempts to deliver other events. 1 to 30.')
@minValue(1)
@maxValue(30)
param serviceEventAttempts int = 30

var subscriptions = [
  {
    name: 'incoming-calls'
    function: 'IncomingCall'
    eventTypes: [
      'Microsoft.Communication.IncomingCall'
    ]
    minutes: incomingCallMinutes
    attempts: incomingCallAttempts
  }
  {
    name: 'service-events'
    function: 'ServiceEvents'
    eventTypes: [
      'Microsoft.Communication.CallEnded'
      'Microsoft.Communication.CallParticipantAdded'
      'Microsoft.Communication.CallParticipantRemoved'
      'Microsoft.Communication.CallStarted'
      'Microsoft.Communication.RecordingFileStatusUpdated'
    ]
    minutes: serviceEventMinutes
    attempts: serviceEventAttempts
  }
]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource storage 'Microsoft.Storage/storageAccounts@2026-04-01' existing = {
  name: storageAccountName
}

// One after the other: a topic refuses changes of its subscriptions at the same time.
@batchSize(1)
resource eventSubscriptions 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for subscription in subscriptions: {
    parent: topic
    name: subscription.name
    properties: {
      destination: {
        endpointType: 'AzureFunction'
        properties: {
          resourceId: '${app.id}/functions/${subscription.function}'
          // One at a time: an event that fails must not bring back the others of its batch.
          maxEventsPerBatch: 1
          preferredBatchSizeInKilobytes: 64
        }
      }
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      filter: {
        includedEventTypes: subscription.eventTypes
      }
      retryPolicy: {
        eventTimeToLiveInMinutes: subscription.minutes
        maxDeliveryAttempts: subscription.attempts
      }
      deadLetterWithResourceIdentity: {
        identity: {
          type: 'SystemAssigned'
        }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: storage.id
            blobContainerName: deadLetterContainer
          }
        }
      }
    }
  }
]
