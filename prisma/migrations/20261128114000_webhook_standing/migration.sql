-- How a webhook stands is read from the last delivery that arrived and from those that have not: few of the 90 days kept.
create index webhook_delivery_arrived on webhook_delivery (webhook_id, delivered_at) where delivered_at is not null;
create index webhook_delivery_not_arrived on webhook_delivery (webhook_id, queued_at) where delivered_at is null;
