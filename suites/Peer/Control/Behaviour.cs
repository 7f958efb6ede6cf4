using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Serving;

namespace Conformance.Suites.Peer.Control;

/// <summary>What a peer does with some requests in place of the truth. Of several that fit a request the last one counts.</summary>
internal sealed class Behaviour
{
    private readonly Action<Behaviour> _remove;
    private int _seen;

    internal Behaviour(string endpoint, Action<Behaviour> remove)
    {
        Endpoint = endpoint;
        _remove = remove;
    }

    /// <summary>The endpoint, by the name that <c>validate federation</c> has for it; empty for all.</summary>
    public string Endpoint { get; }

    /// <summary>The room; null for all.</summary>
    public string? Room { get; init; }

    /// <summary>The event in the path or the query; null for all.</summary>
    public string? Event { get; init; }

    /// <summary>Who asks; null for all.</summary>
    public string? Origin { get; init; }

    /// <summary>What else must hold.</summary>
    public Func<PeerRequest, bool>? When { get; init; }

    /// <summary>Which of the requests that fit, from 1; null for all.</summary>
    public int? Nth { get; init; }

    /// <summary>How many requests it was applied to or counted.</summary>
    public int Seen => Volatile.Read(ref _seen);

    /// <summary>Holds the answer back.</summary>
    public Gate? Gate { get; private set; }

    internal TimeSpan Delay { get; private set; }

    internal Func<PeerRequest, Task<PeerAnswer>>? Replacement { get; private set; }

    internal Action<PeerRequest, JsonObject>? Change { get; private set; }

    internal Func<PeerRequest, PeerAnswer, PeerAnswer>? Rewriting { get; private set; }

    internal Delivery Delivery { get; private set; } = Delivery.Plain;

    internal bool IsUnsigned { get; private set; }

    /// <summary>Holds answers back until the gate is released.</summary>
    public Gate Hold() => Gate = new Gate();

    /// <summary>Answers later.</summary>
    public Behaviour After(TimeSpan delay)
    {
        Delay = delay;
        return this;
    }

    /// <summary>Answers an error.</summary>
    public Behaviour Refuse(int status, string errcode, string error = "Refused by the test.") => Answer(_ => PeerAnswer.Error(status, errcode, error));

    /// <summary>Answers something else.</summary>
    public Behaviour Answer(Func<PeerRequest, PeerAnswer> answer)
    {
        Replacement = request => Task.FromResult(answer(request));
        return this;
    }

    /// <summary>Changes the true answer.</summary>
    public Behaviour Lie(Action<PeerRequest, JsonObject> change)
    {
        Change = change;
        return this;
    }

    /// <summary>Changes the true answer as it goes out: status, headers, bytes.</summary>
    public Behaviour Rewrite(Func<PeerRequest, PeerAnswer, PeerAnswer> rewriting)
    {
        Rewriting = rewriting;
        return this;
    }

    /// <summary>Sends the answer in another way.</summary>
    public Behaviour Deliver(Delivery delivery)
    {
        Delivery = delivery;
        return this;
    }

    /// <summary>Answers requests that nobody signed, too.</summary>
    public Behaviour Unsigned()
    {
        IsUnsigned = true;
        return this;
    }

    /// <summary>Ends it. What is held goes on.</summary>
    public void Remove()
    {
        Gate?.Release();
        _remove(this);
    }

    internal bool Applies(PeerRequest request)
    {
        bool fits = (Endpoint.Length == 0 || Endpoint == request.Endpoint)
            && (Room is null || Room == request.Room)
            && (Event is null || Event == request.Event)
            && (Origin is null || Origin == request.Origin)
            && (When is null || When(request));
        if (!fits)
        {
            return false;
        }

        int count = Interlocked.Increment(ref _seen);
        return Nth is null || Nth == count;
    }
}
