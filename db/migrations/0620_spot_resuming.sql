-- A visit that was ended too early goes on. In a step of its own: a new value is not used where it is added.
alter type spot.request_act add value 'resume' after 'check_out';
