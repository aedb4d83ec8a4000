-- Posts the lines of the file POSTS in turn. An @@ in a line is another number each time.
local posts, count, made = {}, 0, 0

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  for line in io.lines(os.getenv("POSTS")) do
    count = count + 1
    posts[count] = line:find("@@", 1, true) and { body = line } or wrk.format(nil, nil, nil, line)
  end
end

function request()
  local post = posts[made % count + 1]
  made = made + 1
  if type(post) == "string" then return post end
  return wrk.format(nil, nil, nil, (post.body:gsub("@@", made)))
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("posts requests=%d micros=%d bytes=%d p50=%d p99=%d failed=%d", summary.requests, summary.duration,
    summary.bytes, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
