package redline.scheme;

/** Who and what; every attribute may be absent. {@code code} is the 投资项目代码. */
public record Project(String code, String name, String location, String applicant, String designer) {}
