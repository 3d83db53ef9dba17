-- People as Dutch, German and French stores name them.
create table klant (klantnr integer primary key, VOORNAAM text, postcode text);
insert into klant values (1, 'Jan', '1000 AB'), (2, 'Jan', '1001 AC'), (3, 'Eva', '1002 AD'), (4, 'Jan', '1003 AE');
create table medewerker (mw_id integer primary key, voornaam text, tussenvoegsel text, achternaam text);
insert into medewerker values (1, 'Eva', 'van den', 'Berg'), (2, 'Tom', null, 'Smit'), (3, 'Eva', '', 'Bos');
create table vertreter (vertreter_id integer primary key, Vorname text, Name text);
insert into vertreter values (1, 'Uwe', 'Beck'), (2, 'Ute', 'Beck'), (3, 'Uwe', 'Kern');
create table clients (no_client integer primary key, prenom text, nom text);
insert into clients values (1, 'Luc', 'Roy'), (2, 'Eve', 'Roy'), (3, 'Luc', 'Blanc');
create table produit (no_produit integer primary key, nom text);
insert into produit values (1, 'Vis'), (2, 'Clou'), (3, 'Bois');
