package redline.cli;

import java.io.IOException;
import picocli.CommandLine.Option;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.system.SystemClock;

/** Where the office keeps its cases. The password comes from the environment: other users of the machine see command lines. */
final class OfficeOptions {
    private static final String PASSWORD = "REDLINE_DATABASE_PASSWORD";

    @Option(names = "--office", paramLabel = "DIR", descriptionKey = "office")
    private String office;

    @Option(names = "--database", paramLabel = "jdbc:postgresql://…", descriptionKey = "database")
    private String database;

    @Option(names = "--database-user", paramLabel = "USER", descriptionKey = "database-user")
    private String user;

    boolean given() {
        if (office == null && database != null) {
            throw new BadUsage(
                    "给出 --database 时还要用 --office 指定存放上传文件的文件夹",
                    "with --database, --office is needed too: the folder of the files handed in");
        }
        return office != null;
    }

    /** @throws BadUsage where no office is named, or the database is of a kind that we do not know */
    StoreSettings settings(Terminal terminal) {
        if (!given()) {
            throw new BadUsage("请用 --office 指定审查办公的文件夹", "name the folder of the office with --office");
        }
        if (database == null) {
            return StoreSettings.in(terminal.path(office));
        }
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new BadUsage(
                    "--database 应以 jdbc:postgresql: 开头：" + database,
                    "--database begins with jdbc:postgresql:, not: " + database);
        }
        String password = System.getenv(PASSWORD);
        return new StoreSettings(
                terminal.path(office), database, user == null ? "" : user, password == null ? "" : password);
    }

    /**
     * Opens an office that there is; none is made by a mistyped name.
     *
     * @throws BadUsage where it does not open
     */
    Store open(Terminal terminal) throws IOException {
        StoreSettings settings = settings(terminal);
        if (!settings.present()) {
            throw new BadUsage("这个文件夹里没有审查办公的数据：" + office, "there is no office in this folder: " + office);
        }
        try {
            return Store.open(settings, SystemClock.utc());
        } catch (Store.Shut shut) {
            throw shut(shut);
        }
    }

    static BadUsage shut(Store.Shut shut) {
        BadUsage told = switch (shut.why()) {
            case IN_USE ->
                new BadUsage(
                        "数据库文件正被另一个程序使用（多半是正在运行的 redline serve）。请先停下它；不停机备份可由管理员在网页“备份”下载。",
                        "the database file is in use by another program, most likely a running redline serve."
                                + " Stop it first; an administrator can download a backup from the running pages.");
            case NO_ANSWER ->
                new BadUsage(
                        "连不上数据库，或没有这个数据库。请检查 --database 的主机、端口和库名，以及数据库服务是否启动。",
                        "the database does not answer, or is not there. Look at host, port and name in --database,"
                                + " and whether the server runs.");
            case NOT_LET_IN ->
                new BadUsage(
                        "数据库不接受这个用户或密码。请检查 --database-user 和环境变量 " + PASSWORD + "。",
                        "the database does not take this user or password. Look at --database-user and the"
                                + " environment variable " + PASSWORD + ".");
        };
        return told.because(shut);
    }
}
