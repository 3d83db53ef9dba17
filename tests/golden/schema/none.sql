-- No tables: a case brings its own.
pragma user_version = 1;
