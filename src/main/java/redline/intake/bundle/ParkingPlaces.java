package redline.intake.bundle;

/** The four lots that drawings and tables can tell of; both name the same lot alike, so that they are held against each other. */
enum ParkingPlaces {
    MOTOR_SURFACE("地面机动车", "MOTOR", "SURFACE"),
    MOTOR_UNDERGROUND("地下机动车", "MOTOR", "UNDERGROUND"),
    NON_MOTOR_SURFACE("地面非机动车", "NON_MOTOR", "SURFACE"),
    NON_MOTOR_UNDERGROUND("地下非机动车", "NON_MOTOR", "UNDERGROUND");

    private final String id;
    private final String kind;
    private final String place;

    ParkingPlaces(String id, String kind, String place) {
        this.id = id;
        this.kind = kind;
        this.place = place;
    }

    Assembly.Element in(Assembly assembly, Origin origin) {
        Assembly.Element lot = assembly.top().in("parking", id, origin);
        lot.put("kind", kind, origin);
        lot.put("place", place, origin);
        return lot;
    }
}
