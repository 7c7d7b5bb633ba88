grant delete on api_sending to capacity_app;
