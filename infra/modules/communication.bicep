metadata description = 'Communication Services, and the Event Grid system topic that tells of its calls.'

@description('Name of the communication resource.')
@minLength(1)
@maxLength(63)
param name string

@description('Name of the system topic: letters, digits and dashes.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Tags.')
param tags object

@description('The geography where data is kept at rest.')
@minLength(2)
@maxLength(64)
param dataLocation string

@description('Whether its access keys are refused.')
param disableAccessKeys bool

resource communication 'Microsoft.Communication/communicationServices@2026-03-18' = {
  name: name
  // The service is worldwide; where its data rests is told apart.
  location: 'global'
  tags: tags
  identity: {
    // As this identity it uses the AI resource for speech.
    type: 'SystemAssigned'
  }
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: disableAccessKeys
  }
}

// A topic of a worldwide resource is worldwide too.
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: 'global'
  tags: tags
  identity: {
    // As this identity it writes dead letters.
    type: 'SystemAssigned'
  }
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

@description('Name of the communication resource.')
output name string = communication.name

@description('Https address of the communication resource.')
output endpoint string = 'https://${communication.properties.hostName}'

@description('The id that tokens of callbacks are meant for.')
output immutableId string = communication.properties.immutableResourceId

@description('Object id of the communication resource\'s own identity.')
output principalId string = communication.identity.principalId

@description('Name of the system topic.')
output topicName string = topic.name

@description('Object id of the system topic\'s identity.')
output topicPrincipalId string = topic.identity.principalId
