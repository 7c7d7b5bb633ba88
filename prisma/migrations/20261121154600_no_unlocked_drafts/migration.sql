-- Whether a draft is open is kept by its browser, in a cookie that ends with the browser; nothing read this.
alter table registration_draft drop column unlocked;
