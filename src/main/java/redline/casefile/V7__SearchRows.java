package redline.casefile;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Cases that are older than the rows by which they are searched get them. The name is Flyway's: step and what it does. */
final class V7__SearchRows extends BaseJavaMigration {
    @Override
    public void migrate(Context context) {
        new CaseSearch(new SingleConnectionDataSource(context.getConnection(), true)).writeAll();
    }
}
