using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation;

/// <summary>
/// Checks an answer of the Server-Server API, alone or in a capture with its request. A file is read twice: first to learn what it is and of which version
/// its room, then to check it, in both cases without holding more than some of its events at a time.
/// </summary>
internal sealed partial class FederationValidator
{
    private const string RequestPointer = "/request/body";
    private const string AnswerPointer = "/response/body";

    private readonly FederationInput _input;
    private readonly FederationInput? _requestInput;
    private readonly FederationOptions _options;
    private readonly FindingBuffer _findings;
    private readonly CancellationToken _cancellation;

    private FederationValidator(FederationInput input, FederationInput? request, FederationOptions options, FindingBuffer findings, CancellationToken cancellation)
    {
        _input = input;
        _requestInput = request;
        _options = options;
        _findings = findings;
        _cancellation = cancellation;
    }

    /// <summary>Checks a file.</summary>
    /// <param name="input">The answer, or a capture of request and answer.</param>
    /// <param name="request">The request, where it has a file of its own: an object of method, path and body, or the body alone.</param>
    /// <param name="options">How to check.</param>
    /// <param name="findings">Takes everything that is found.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What it turned out to be.</returns>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static FederationSummary Run(
        FederationInput input, FederationInput? request, FederationOptions options, FindingBuffer findings, CancellationToken cancellation) =>
        new FederationValidator(input, request, options, findings, cancellation).Run();

    private FederationSummary Run()
    {
        FederationSummary? full = ReadFull();
        return full is null ? Read() : full.Problem is not null ? full : Read() with { FullCounts = full.Counts };
    }

    private FederationSummary Read()
    {
        ExchangeSurvey? capture = Survey();
        Document? apart = capture is null ? ReadRequest() : null;
        Exchange exchange = capture is not null ? ExchangeReader.Capture(capture.Envelope, _options.Endpoint)
            : apart is not null && IsDescribed(apart.Root) ? ExchangeReader.Capture((half, name) => half == "request" ? RequestOf(apart.Root).Get(System.Text.Encoding.UTF8.GetBytes(name)) : default, _options.Endpoint)
            : new Exchange { Endpoint = _options.Endpoint };
        if (exchange.Endpoint is not { } endpoint)
        {
            return new FederationSummary { IsCapture = capture is not null, Problem = Unknown(exchange, capture is not null) };
        }

        bool hasEvents = !endpoint.Answer.Slots.IsEmpty || endpoint.Request is { Slots.IsEmpty: false };
        ExchangeSurvey? survey = capture ?? (hasEvents ? SurveyOf(_input, isCapture: false) : null);
        if (survey is not null)
        {
            exchange = ExchangeReader.WithRoom(exchange, survey, _options.Version, VersionsWithFull());
        }

        return Check(exchange, endpoint, capture, apart);
    }

    private FederationSummary Check(Exchange exchange, FederationEndpoint endpoint, ExchangeSurvey? capture, Document? apart)
    {
        bool isCapture = capture is not null;
        long limit = _options.Limits.BodyBytes;
        var answer = new FederationBody(exchange.IsRefused ? BodyForm.Error : endpoint.IsMultipart ? BodyForm.Foreign : endpoint.Answer, isAnswer: true, isCapture ? AnswerPointer : "", limit);
        bool isDescribed = apart is not null && IsDescribed(apart.Root);
        FederationBody? request = endpoint.Request is { } form && exchange.Method != "GET" && (isCapture || apart is not null)
            ? new FederationBody(form, isAnswer: false, isCapture ? RequestPointer : isDescribed ? "/body" : "", limit)
            : null;
        foreach (FederationBody body in (IEnumerable<FederationBody>)(request is null ? [answer] : [answer, request]))
        {
            FederationInput holder = apart is not null && !body.IsAnswer ? _requestInput! : _input;
            body.Member = holder.Member;
            body.MemberOrdinal = holder.Ordinal;
        }

        var ledger = new ExchangeLedger(exchange, _options.Limits.Events);
        bool isWhole = true;
        using (var pipeline = new BlockPipeline(_options.Jobs, _options.Findings, _findings, _options.Progress))
        {
            CutShape shape = isCapture ? ExchangeSurvey.CaptureShape(request?.Form.Shape ?? CutShape.Item, answer.Form.Shape) : answer.Form.Shape;
            PathRole root = isCapture ? PathRole.OfCapture(request, answer) : PathRole.OfBody(answer);
            if (isCapture || !ReferenceEquals(answer.Form, BodyForm.Foreign))
            {
                isWhole &= Read(pipeline, _input, new ExchangeConsumer(shape, root, ledger, _options.Limits.Depth, _options.Signatures));
            }

            if (apart is not null && request is not null)
            {
                bool isNested = isDescribed && RequestOf(apart.Root).Index != apart.Root.Index;
                shape = isNested ? ExchangeSurvey.CaptureShape(request.Form.Shape, CutShape.Item) : isDescribed ? CutShape.Named(("body", request.Form.Shape)) : request.Form.Shape;
                root = isNested ? PathRole.OfCapture(request, null) : isDescribed ? PathRole.OfRequest(request) : PathRole.OfBody(request);
                isWhole &= Read(pipeline, _requestInput!, new ExchangeConsumer(shape, root, ledger, _options.Limits.Depth, _options.Signatures));
            }

            pipeline.Drain(_cancellation);
        }

        answer.IsBroken |= !isWhole;
        var visit = new FederationVisit(_options, _cancellation)
        {
            Exchange = exchange,
            Answer = answer,
            Request = request,
            Room = ledger.Room,
            Media = ReferenceEquals(answer.Form, BodyForm.Foreign) && exchange.IsGranted ? ReadMedia(exchange, answer, capture) : null,
            RequestLocation = isCapture ? new Location(_input.Member, null, "/request/path") : Location.Input,
            Sink = _findings,
        };
        Judge(visit, ledger.Counts, isCapture || isDescribed);
        return new FederationSummary { IsCapture = isCapture, Endpoint = endpoint.Name, Visit = visit, Counts = ledger.Counts, Statistics = StatisticsOf(visit, ledger) };
    }

    private void Judge(FederationVisit visit, EventCounts counts, bool hasRequest)
    {
        visit.BeginToJudge();
        foreach (FederationBody body in (IEnumerable<FederationBody>)(visit.Request is null ? [visit.Answer] : [visit.Answer, visit.Request]))
        {
            body.Close(_options.Limits.Depth);
            if (body.Skeleton.IsCut)
            {
                _findings.ReportNotChecked(new NotChecked(
                    "a body beside its events", "It is larger than may be read as a whole; --limit itemBytes=… raises the limit.", body.At(default), Decisive: true));
            }
            else if (body.IsReadable)
            {
                FederationSchemas.Check(body, visit);
            }
            else if (body is { IsAnswer: true, Pointer.Length: > 0, Skeleton.Exists: false, Form.Schema.Length: > 0 })
            {
                _findings.ReportNotChecked(new NotChecked("the body of an answer", "The capture has none; browsers and proxies may leave bodies out.", body.At(default), Decisive: true));
            }
        }

        if (visit.Exchange.Endpoint is { IsMultipart: true } && visit.Exchange.IsGranted && visit.Media is null)
        {
            _findings.ReportNotChecked(new NotChecked(
                "the parts of a multipart answer", "A capture has its body as text, or as body_base64; a larger one than --limit itemBytes=… isn't read.", visit.Answer.At(default), Decisive: true));
        }

        if (!hasRequest && FederationRules.AskForRequest(visit))
        {
            _findings.ReportNotChecked(new NotChecked(
                "whether the answer is what was asked for", "Give the request with --request FILE, or a capture of both.", Location.Input, Decisive: false));
        }

        StrippedStateChecker.Check(visit, counts);
        visit.Full = _full is null ? null : FullAnswer.Beside(_full, visit);
        foreach (IFederationRule rule in FederationRules.All)
        {
            _cancellation.ThrowIfCancellationRequested();
            rule.Check(visit);
        }
    }

    private bool Read(BlockPipeline pipeline, FederationInput input, ExchangeConsumer consumer)
    {
        using Stream stream = input.Open();
        return pipeline.Run(stream, DocumentEncoding.Json, input.Name, input.Ordinal, consumer, _options.Limits.ForCutting(), static () => false, _cancellation);
    }

    private static ImmutableArray<Statistic> StatisticsOf(FederationVisit visit, ExchangeLedger ledger)
    {
        ImmutableArray<Statistic>.Builder statistics = ImmutableArray.CreateBuilder<Statistic>();
        statistics.Add(new Statistic("events", ledger.Counts.Events));
        foreach (EventList list in visit.Answer.Lists.Where(list => list.Slot.IsList && list.IsPresent))
        {
            statistics.Add(new Statistic(list.Slot.Role switch { PduRole.State => "inState", PduRole.AuthChain => "inAuthChain", _ => "inAnswer" }, list.Events.Count, IsDetail: true));
        }

        return statistics.ToImmutable();
    }
}
