-- Nobody throws doubt on one statement twice.
create unique index call_outcome_one_doubt on call_outcome (bed_update_id, by_id) where result = 'taken';
