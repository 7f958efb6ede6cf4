using System.Collections.Immutable;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The rules of this profile that are checked in code, by what they look at. Those of schemas are named in the schemas.</summary>
internal static class MspfRules
{
    /// <summary>Rules about the manifest.</summary>
    public static ImmutableArray<IManifestRule> Manifest { get; } =
    [
        new MAN007(), new MAN008(), new MAN012(), new MAN014(), new MAN015(), new MAN016(), new MAN017(), new MAN018(),
        new MAN019(), new MAN020(),
    ];

    /// <summary>Rules about <c>m.core.json</c>.</summary>
    public static ImmutableArray<ICoreRule> Core { get; } =
    [
        new COR004(), new COR007(), new COR008(), new COR009(), new COR010(), new COR011(),
    ];

    /// <summary>Rules about one room.</summary>
    public static ImmutableArray<IRoomRule> Room { get; } =
    [
        new ROM003(), new ROM006(), new ROM007(), new ROM011(), new ROM012(), new ROM015(), new ROM017(),
    ];

    /// <summary>Rules about one user.</summary>
    public static ImmutableArray<IUserRule> User { get; } =
    [
        new SEC001(), new USR003(), new USR004(), new USR007(), new USR010(), new USR011(), new USR012(),
        new USR018(), new USR019(), new USR025(), new USR026(), new USR027(), new USR028(),
    ];

    /// <summary>Rules about the archive as a whole.</summary>
    public static ImmutableArray<IArchiveRule> Archive { get; } =
    [
        new E2E001(), new LIM020(), new LIM021(), new LIM022(), new LIM023(), new LIM025(), new LIM026(),
        new MAN001(), new MAN002(), new MAN003(), new MAN021(), new OWN001(), new OWN002(), new OWN003(),
        new OWN004(), new OWN005(), new OWN006(), new OWN007(), new OWN008(), new OWN009(), new OWN010(),
        new ROM018(), new ROM019(), new ROM020(), new USR013(), new USR014(), new USR029(), new SIG004(), new SIG006(),
        new SIG007(), new SIG008(), new SIG009(), new SIG010(),
    ];
}
