package pms.search.find;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pms.search.access.Visibility;
import pms.search.album.AlbumTerm;
import pms.search.album.AlbumTerm.Kind;
import pms.search.album.SeenAlbums;
import pms.search.query.Query.All;
import pms.search.query.Query.Any;
import pms.search.query.Query.Everything;
import pms.search.query.Query.Feature;
import pms.search.query.Query.Flag;
import pms.search.query.Query.Has;
import pms.search.query.Query.Is;
import pms.search.query.Query.Near;
import pms.search.query.Query.Not;
import pms.search.query.Query.NumberField;
import pms.search.query.Query.Phrase;
import pms.search.query.Query.Range;
import pms.search.query.Query.Taken;
import pms.search.query.Query.Text;
import pms.search.query.Query.TextField;
import pms.search.query.Query.Whole;
import pms.search.query.Query.Word;

/** What was parsed, in Elasticsearch's terms. */
public final class Translation {

  private static final String DAY = "strict_date";
  /** To look for what each of many words may have been meant as costs more than it finds. */
  private static final int MOST_MISTYPED = 12;

  private final Query own;
  private final SeenAlbums albums;
  private final boolean typos;
  private final Word unfinished;

  private Translation(Query own, SeenAlbums albums, boolean typos, Word unfinished) {
    this.own = own;
    this.albums = albums;
    this.typos = typos;
    this.unfinished = unfinished;
  }

  /**
   * @param visibility of who asks, with the albums as they were found for {@link #albumTerms} of the query
   * @param typos whether a word may be mistyped
   */
  public static Query of(pms.search.query.Query query, Visibility visibility, boolean typos) {
    boolean few = query.leaves().filter(leaf -> leaf instanceof Word).count() <= MOST_MISTYPED;
    Word last = query.lastWord().orElse(null);
    return new Translation(visibility.own(), visibility.albums(), typos && few, last).translate(query);
  }

  /** A query that is kept, of its owner's own pictures: nothing in it is being written or mistyped, and albums are not looked at. */
  public static Query kept(pms.search.query.Query query) {
    return new Translation(QueryBuilders.matchAll().build()._toQuery(), SeenAlbums.NONE, false, null).translate(query);
  }

  /** What in the query may speak of an album. */
  public static List<AlbumTerm> albumTerms(pms.search.query.Query query) {
    Word last = query.lastWord().orElse(null);
    return query.leaves().flatMap(leaf -> albumTerm(leaf, leaf == last).stream()).distinct().toList();
  }

  private static Optional<AlbumTerm> albumTerm(pms.search.query.Query leaf, boolean unfinished) {
    return switch (leaf) {
      case Word word -> Optional.of(new AlbumTerm(unfinished ? Kind.BEGINNING : Kind.WORD, word.text()));
      case Phrase phrase -> Optional.of(new AlbumTerm(Kind.PHRASE, phrase.text()));
      case Text text when text.field() == TextField.ALBUM -> Optional.of(new AlbumTerm(Kind.NAME, text.value()));
      default -> Optional.empty();
    };
  }

  private Query translate(pms.search.query.Query query) {
    return switch (query) {
      case Everything _ -> QueryBuilders.matchAll().build()._toQuery();
      case All all -> all(all);
      case Any any -> any(any);
      case Not not -> QueryBuilders.bool().mustNot(exact(not.query())).build()._toQuery();
      case Word word -> Words.word(word.text(), new Words.Reach(word == unfinished, typos), albumsOf(word));
      case Phrase phrase -> Words.phrase(phrase.text(), albumsOf(phrase));
      case Text text -> text.field() == TextField.ALBUM ? Visibility.in("access.albums", albumsOf(text)) : text(text);
      case Whole whole -> term(field(whole.field()), whole.value());
      case pms.search.query.Query.Number number -> number(field(number.field()), number.range());
      case Taken taken -> taken(taken);
      case Near near -> near(near);
      case Has has -> has(has.feature());
      case Is is -> is(is.flag());
    };
  }

  /** What is not wanted is meant as it is written: -car refuses no carpets and no cats. */
  private Query exact(pms.search.query.Query query) {
    return new Translation(own, albums, false, null).translate(query);
  }

  private List<String> albumsOf(pms.search.query.Query leaf) {
    return albumTerm(leaf, leaf == unfinished).map(albums::matching).orElse(List.of());
  }

  private Query all(All all) {
    BoolQuery.Builder bool = QueryBuilders.bool();
    for (pms.search.query.Query part : all.parts()) {
      switch (part) {
        case Not not -> bool.mustNot(exact(not.query()));
        case pms.search.query.Query ranked when ranked.ranks() -> bool.must(translate(ranked));
        default -> bool.filter(translate(part));
      }
    }
    return bool.build()._toQuery();
  }

  private Query any(Any any) {
    BoolQuery.Builder bool = QueryBuilders.bool().minimumShouldMatch("1");
    any.choices().forEach(choice -> bool.should(translate(choice)));
    return bool.build()._toQuery();
  }

  private static Query text(Text text) {
    return switch (text.field()) {
      case TAG -> term("facts.tags.folded", text.value());
      case CATEGORY -> term("found.categories", text.value().replaceAll("/+$", ""));
      case CAMERA, LENS, PLACE -> everyWord(field(text.field()) + ".text", text.value());
      case TYPE -> term("upload.type", mediaType(text.value().toLowerCase(Locale.ROOT)));
      case ALBUM -> throw new IllegalStateException("albums are looked up before");
    };
  }

  private static String mediaType(String name) {
    return switch (name) {
      case "jpg" -> "image/jpeg";
      case "tif" -> "image/tiff";
      case "svg" -> "image/svg+xml";
      default -> name.contains("/") ? name : "image/" + name;
    };
  }

  /** Where whole values stand as they are shown. */
  private static String field(TextField field) {
    return switch (field) {
      case CATEGORY -> "facts.category";
      case CAMERA -> "found.camera";
      case LENS -> "facts.camera.lens";
      case PLACE -> "facts.location.place";
      case TAG, TYPE, ALBUM -> throw new IllegalStateException("whole values are not asked for of " + field);
    };
  }

  private static String field(NumberField field) {
    return switch (field) {
      case ISO -> "facts.exposure.iso";
      case APERTURE -> "facts.exposure.aperture";
      case FOCAL_LENGTH -> "facts.exposure.focalLength";
      case RATING -> "facts.rating";
    };
  }

  private static Query number(String field, Range range) {
    return QueryBuilders.range()
        .number(
            number -> {
              number.field(field);
              if (range.from() != null) {
                number = range.fromIncluded() ? number.gte(range.from()) : number.gt(range.from());
              }
              if (range.to() != null) {
                number = range.toIncluded() ? number.lte(range.to()) : number.lt(range.to());
              }
              return number;
            })
        .build()._toQuery();
  }

  private static Query taken(Taken taken) {
    return Query.of(
        query ->
            query.range(
                range ->
                    range.date(
                        date -> {
                          date.field("facts.takenAt.local").format(DAY);
                          if (taken.from() != null) {
                            date.gte(taken.from().toString());
                          }
                          // The day after 9999-12-31 has no four-digit year, and nothing was taken then.
                          if (taken.until() != null && taken.until().getYear() <= 9999) {
                            date.lt(taken.until().toString());
                          }
                          return date;
                        })));
  }

  private static Query near(Near near) {
    return Query.of(
        query ->
            query.geoDistance(
                geo ->
                    geo.field("found.point")
                        .distance(String.format(Locale.ROOT, "%.3fm", near.metres()))
                        .location(at -> at.latlon(point -> point.lat(near.latitude()).lon(near.longitude())))));
  }

  private static Query has(Feature feature) {
    return switch (feature) {
      case LOCATION -> exists("found.point");
      case PLACE -> exists("facts.location.place");
      case DATE -> exists("facts.takenAt.local");
      case TITLE -> exists("facts.title");
      case DESCRIPTION -> exists("facts.description");
      case TAGS -> exists("facts.tags");
      case CATEGORY -> exists("facts.category");
      case CAMERA -> exists("found.camera");
      case LENS -> exists("facts.camera.lens");
      case RATING -> number("facts.rating", new Range(1.0, true, null, false));
    };
  }

  private Query is(Flag flag) {
    return switch (flag) {
      case FAVOURITE -> told("facts.favourite");
      case ARCHIVED -> told("facts.archived");
      case PROCESSING, READY, FAILED -> term("state", flag.name().toLowerCase(Locale.ROOT));
    };
  }

  /** What only the owner is told, only the owner finds. */
  private Query told(String field) {
    Query marked = Query.of(query -> query.term(term -> term.field(field).value(true)));
    return Query.of(query -> query.bool(both -> both.filter(own).filter(marked)));
  }

  private static Query exists(String field) {
    return Query.of(query -> query.exists(exists -> exists.field(field)));
  }

  private static Query term(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  private static Query everyWord(String field, String value) {
    return Query.of(query -> query.match(match -> match.field(field).query(value).operator(Operator.And)));
  }
}
