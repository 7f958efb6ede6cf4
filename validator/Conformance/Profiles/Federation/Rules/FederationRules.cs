using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The rules on exchanges as a whole.</summary>
internal static class FederationRules
{
    private static readonly ImmutableArray<string> Questions =
    [
        "make_join", "make_leave", "make_knock", "send_join", "invite", "invite/v1", "event", "backfill", "get_missing_events", "keys/query", "user/keys/query",
        "user/keys/claim", "hierarchy", "publicRooms", "publicRooms/search",
    ];

    /// <summary>All of them, in the order in which their findings are reported.</summary>
    public static ImmutableArray<IFederationRule> All { get; } =
    [
        new FED009(), new FED010(), new FED011(), new FED012(), new FED013(), new FED014(), new FED015(), new FED016(), new FED017(), new FED018(), new FED019(),
        new FED020(), new FED021(), new FED022(), new FED023(), new FED024(), new FED025(), new FED026(), new FED027(), new FED028(), new FED029(),
        new FED030(), new FED031(), new FED032(), new FED034(), new FED035(), new FED036(), new FED037(), new FED039(),
        new FED040(), new FED041(), new FED042(), new FED043(), new FED044(), new FED045(), new FED046(), new FED047(), new FED048(), new FED049(), new FED050(), new FED051(), new FED052(), new FED053(), new FED054(),
        new FED055(), new FED056(), new FED057(), new FED058(), new FED059(), new FED060(), new FED061(), new FED062(), new FED063(), new FED064(), new FED065(), new FED066(), new FED067(), new FED068(),
        new FED071(), new FED072(), new FED073(), new FED075(), new FED076(), new FED077(), new FED078(), new FED079(), new FED080(), new FED081(), new FED082(), new FED083(),
        new FED084(), new FED085(), new FED086(), new FED087(), new FED088(), new FED089(), new FED090(), new FED091(), new FED092(), new FED093(), new FED094(),
        new FED103(), new FED104(), new FED105(),
        new PST002(), new PST003(), new PST004(), new PST005(), new PST006(), new PST007(), new PST008(), new PST009(), new PST010(), new PST011(),
        new PST012(), new PST013(), new PST014(), new PST015(), new PST016(), new PST017(), new PST018(), new PST019(), new PST020(),
        new PST023(), new PST024(), new PST025(), new PST026(), new PST027(), new PST028(), new PST029(), new PST030(),
    ];

    /// <summary>Whether more could be said of an answer if its request were known.</summary>
    public static bool AskForRequest(FederationVisit visit) => visit.Exchange.Endpoint is { } endpoint && Questions.Contains(endpoint.Name);
}
