using System.Text;
using Conformance.Documents;
using Conformance.Findings;
using Conformance.Profiles.Federation.Media;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation;

/// <summary>One exchange on its way through the rules: what was asked, what was answered, the events, and the sink.</summary>
internal sealed class FederationVisit
{
    /// <summary>Rooms with fewer events are judged before a thread for it has begun.</summary>
    private const int ManyEvents = 2_000;

    private readonly Lazy<RoomStates?> _states;
    private readonly CancellationToken _cancellation;
    private Task<RoomStates?>? _judging;

    public FederationVisit(FederationOptions options, CancellationToken cancellation)
    {
        Options = options;
        _cancellation = cancellation;
        _states = new Lazy<RoomStates?>(() => Room is null ? null : RoomStates.Judge(Room, options.ThirdParty, cancellation: cancellation));
    }

    /// <summary>How it is checked.</summary>
    public FederationOptions Options { get; }

    /// <summary>What is known of request and answer beside the bodies.</summary>
    public required Exchange Exchange { get; init; }

    /// <summary>The answer.</summary>
    public required FederationBody Answer { get; init; }

    /// <summary>The request's body; null when there is none.</summary>
    public FederationBody? Request { get; init; }

    /// <summary>The events of the room; null when there are none, when its version isn't known, and where there are several rooms.</summary>
    public RoomEvents? Room { get; init; }

    /// <summary>The answer to a request for media, taken apart; null for all others, and when the body isn't there.</summary>
    public MediaAnswer? Media { get; init; }

    /// <summary>Whether the request is one to an endpoint, whatever the answer.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    public bool Asks(string endpoint) => Exchange.Endpoint?.Name == endpoint;

    /// <summary>How the room's events stand, judged by the events that authorise them; null without a room.</summary>
    public RoomStates? States => _judging is null ? _states.Value : _judging.GetAwaiter().GetResult();

    /// <summary>Where the request's path stands.</summary>
    public Location RequestLocation { get; init; } = Location.Input;

    /// <summary>The proposal that an answer to a join is held against.</summary>
    public StateProfile Profile => Options.Profile;

    /// <summary>The full state to hold the answer against; null when there is none, or none of the same join.</summary>
    public FullAnswer? Full { get; set; }

    /// <summary>Takes findings.</summary>
    public required IFindingSink Sink { get; init; }

    /// <summary>Begins to judge a large room on a thread of its own, where more than one may be used. Nothing may be entered any more.</summary>
    public void BeginToJudge()
    {
        if (Options.Jobs > 1 && Room is { Count: > ManyEvents } && Exchange.IsGranted && Answer.Of(PduRole.AuthChain) is not null)
        {
            _judging = Task.Run(() => _states.Value, _cancellation);
        }
    }

    /// <summary>Whether the answer is one with status 200 to an endpoint.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    public bool Is(string endpoint) => Exchange.IsGranted && Exchange.Endpoint?.Name == endpoint;

    /// <summary>Whether the answer is one with status 200 to one of several endpoints.</summary>
    /// <param name="endpoints">The endpoints' names.</param>
    public bool IsAnyOf(params ReadOnlySpan<string> endpoints) => Exchange.IsGranted && Exchange.Endpoint is { } endpoint && endpoints.Contains(endpoint.Name);

    /// <summary>Whether all events of a list are there and have IDs, so that what isn't in it is missing.</summary>
    public bool IsWhole(EventList? list) => list is { IsPresent: true } && Room is not null && !Answer.IsBroken && !list.Events.Exists(listed => listed.Index < 0);

    /// <summary>A text of the room.</summary>
    public string TextOf(int text) => text < 0 ? "" : Encoding.UTF8.GetString(Room!.Texts[text]);

    /// <summary>The first few of some events, and how many more there are.</summary>
    public string IdsOf(IReadOnlyList<int> events)
    {
        string first = string.Join(", ", events.Take(3).Select(Room!.IdOf));
        return events.Count > 3 ? $"{first} and {events.Count - 3} more" : first;
    }

    /// <summary>Reports at a node of a body.</summary>
    public void Report(string rule, FederationBody body, Node node, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Sink.Report(Finding.Of(rule, body.At(node), arguments) with { MemberOrdinal = body.MemberOrdinal });
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    /// <summary>Reports at a place.</summary>
    public void Report(string rule, Location location, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = Answer.MemberOrdinal });
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    /// <summary>Reports on the request beside its body: its path, or its query.</summary>
    public void ReportRequest(string rule, params ReadOnlySpan<Argument> arguments) => Report(rule, RequestLocation, arguments);

    /// <summary>Reports on the answer as a whole.</summary>
    public void Report(string rule, params ReadOnlySpan<Argument> arguments) => Report(rule, Answer, Answer.Root, arguments);

    /// <summary>Reports at an event of a list.</summary>
    public void ReportAt(string rule, FederationBody body, EventList list, in ListedEvent listed, params ReadOnlySpan<Argument> arguments)
    {
        if (!Sink.Wants(rule))
        {
            Sink.CountOnly(rule);
            return;
        }

        var location = new Location(
            body.Member,
            listed.Offset,
            list.PointerOf(listed),
            Exchange.Room.Length == 0 ? null : Quoting.Safe(Exchange.Room),
            listed.Index < 0 ? null : Quoting.Safe(Room!.IdOf(listed.Index)));
        Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = body.MemberOrdinal });
    }
}
