metadata description = 'Tells somebody when events of calls are lost.'

@description('Name of the group of those who are told.')
@minLength(1)
@maxLength(260)
param groupName string

@description('Name of the system topic.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Tags.')
param tags object

@description('E-mail address of who is told.')
@minLength(3)
@maxLength(254)
param email string

// Metrics of a system topic: an event is dead-lettered when its time or its attempts are over, and dropped when that failed too.
var losses = [
  {
    metric: 'DeadLetteredCount'
    severity: 2
    description: 'Event Grid gave up delivering an event of a call. It is in the dead-letter container.'
  }
  {
    metric: 'DroppedEventCount'
    severity: 1
    description: 'Event Grid lost an event of a call: it could neither deliver nor dead-letter it.'
  }
]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'callflows'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource lost 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for loss in losses: {
    name: '${topicName}-${loss.metric}'
    location: 'global'
    tags: tags
    properties: {
      description: loss.description
      severity: loss.severity
      enabled: true
      scopes: [
        topic.id
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: loss.metric
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: loss.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]
