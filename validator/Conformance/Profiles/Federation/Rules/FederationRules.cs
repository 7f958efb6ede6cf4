using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The rules on exchanges as a whole.</summary>
internal static class FederationRules
{
    private static readonly ImmutableArray<string> Questions =
    [
        "make_join", "make_leave", "make_knock", "send_join", "invite", "invite/v1", "event", "backfill", "get_missing_events",
    ];

    /// <summary>All of them, in the order in which their findings are reported.</summary>
    public static ImmutableArray<IFederationRule> All { get; } =
    [
        new FED020(), new FED021(), new FED022(), new FED023(), new FED024(), new FED025(), new FED026(), new FED027(), new FED028(), new FED029(),
        new FED030(), new FED031(), new FED032(), new FED034(), new FED035(), new FED036(), new FED037(),
        new FED040(), new FED041(), new FED042(), new FED043(), new FED044(), new FED045(), new FED046(), new FED050(), new FED051(), new FED052(), new FED053(), new FED054(),
        new FED055(), new FED056(), new FED061(), new FED062(), new FED065(), new FED066(), new FED067(),
        new PST002(), new PST003(), new PST004(), new PST005(), new PST006(), new PST007(), new PST008(), new PST009(), new PST010(), new PST011(),
    ];

    /// <summary>Whether more could be said of an answer if its request were known.</summary>
    public static bool AskForRequest(FederationVisit visit) => visit.Exchange.Endpoint is { } endpoint && Questions.Contains(endpoint.Name);
}
