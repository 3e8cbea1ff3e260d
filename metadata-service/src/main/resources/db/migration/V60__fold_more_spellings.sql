-- A capital sharp s and format characters that show nothing no longer make a word another one (TagKey). What is rarer, such as a
-- joiner behind a letter that joins nothing, is put right when its image is written the next time.
CREATE TEMPORARY TABLE respelled ON COMMIT DROP AS
SELECT * FROM (
  SELECT owner_id, key, name,
    btrim(regexp_replace(regexp_replace(replace(key, 'ß', 'ss'),
      '[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g'), '\s+', ' ', 'g')) AS next
  FROM tag) AS t
WHERE next <> key AND next <> '';

INSERT INTO image_tag (owner_id, image_id, key, counted)
SELECT DISTINCT i.owner_id, i.image_id, r.next, i.counted FROM image_tag i JOIN respelled r ON r.owner_id = i.owner_id AND r.key = i.key
ON CONFLICT (owner_id, image_id, key) DO NOTHING;
DELETE FROM image_tag i USING respelled r WHERE i.owner_id = r.owner_id AND i.key = r.key;
DELETE FROM tag t USING respelled r WHERE t.owner_id = r.owner_id AND t.key = r.key;

INSERT INTO tag (owner_id, key, name, images, holders)
SELECT r.owner_id, r.next, min(r.name), count(DISTINCT i.image_id) FILTER (WHERE i.counted), count(DISTINCT i.image_id)
FROM respelled r JOIN image_tag i ON i.owner_id = r.owner_id AND i.key = r.next
GROUP BY r.owner_id, r.next
ON CONFLICT (owner_id, key) DO UPDATE SET images = EXCLUDED.images, holders = EXCLUDED.holders;

UPDATE category c SET path_key = k.next
FROM (SELECT owner_id, id, replace(path_key, 'ß', 'ss') AS next FROM category) AS k
WHERE k.owner_id = c.owner_id AND k.id = c.id AND k.next <> c.path_key
  AND NOT EXISTS (SELECT 1 FROM category o WHERE o.owner_id = c.owner_id AND o.path_key = k.next);
