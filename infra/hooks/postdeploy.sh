#!/bin/sh
# Makes the event subscriptions, once the functions that they deliver to are there. Run by azd after a deployment, with what main.bicep
# puts out as environment variables. Can be repeated.
set -eu

: "${AZURE_SUBSCRIPTION_ID:?is not set: run this through azd, or set what main.bicep puts out}"
: "${AZURE_RESOURCE_GROUP:?is not set}"
: "${FUNCTION_APP_NAME:?is not set}"
: "${EVENT_TOPIC_NAME:?is not set}"
: "${STORAGE_ACCOUNT_NAME:?is not set}"
: "${DEAD_LETTER_CONTAINER:?is not set}"

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if ! az account show --subscription "$AZURE_SUBSCRIPTION_ID" --output none; then
  echo "The Azure CLI is not signed in to subscription $AZURE_SUBSCRIPTION_ID: run 'az login', then 'azd hooks run postdeploy --cwd infra'." >&2
  exit 1
fi

# The platform learns of new functions a moment after the package is there: 20 looks, 15 seconds apart.
for name in IncomingCall ServiceEvents; do
  looks=0
  until problem=$(az functionapp function show --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
    --name "$FUNCTION_APP_NAME" --function-name "$name" --output none 2>&1); do
    looks=$((looks + 1))
    if [ "$looks" -ge 20 ]; then
      printf '%s\n' "$problem" >&2
      echo "The app $FUNCTION_APP_NAME has no function $name: no event subscription was made." >&2
      exit 1
    fi
    sleep 15
  done
done

az deployment group create \
  --subscription "$AZURE_SUBSCRIPTION_ID" \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --name callflows-events \
  --template-file "$here/../events.bicep" \
  --parameters \
    topicName="$EVENT_TOPIC_NAME" \
    functionAppName="$FUNCTION_APP_NAME" \
    storageAccountName="$STORAGE_ACCOUNT_NAME" \
    deadLetterContainer="$DEAD_LETTER_CONTAINER" \
  --output none
